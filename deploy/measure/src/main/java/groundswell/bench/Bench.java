package groundswell.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code deploy/bench NAME}: each measurement is a subcommand, listed where no name is given. */
@Command(
        name = "deploy/bench",
        description = "Measures Groundswell.",
        mixinStandardHelpOptions = true,
        subcommands = {
            groundswell.bench.journal.JournalBench.class,
            groundswell.bench.line.LineBench.class,
            groundswell.bench.line.RoutingBench.class,
            groundswell.bench.insights.InsightsBench.class,
            groundswell.bench.insights.RebuildBench.class,
            groundswell.bench.language.LanguageBench.class,
            groundswell.bench.language.DiscoveryBench.class
        })
public final class Bench implements Runnable {
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
