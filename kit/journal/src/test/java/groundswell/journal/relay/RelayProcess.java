package groundswell.journal.relay;

import java.time.Duration;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** A relay in a process of its own, to be killed. */
final class RelayProcess {
    static Process start(groundswell.journal.flow.Flow flow, String owner) throws java.io.IOException {
        var database = (PGSimpleDataSource) flow.database();
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RelayProcess.class.getName(),
                        database.getUrl(),
                        String.valueOf(database.getUser()),
                        String.valueOf(database.getPassword()),
                        groundswell.journal.flow.Flow.bootstrap(),
                        flow.topic(),
                        Integer.toString(flow.partitions()),
                        owner)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] args) throws InterruptedException {
        var database = new PGSimpleDataSource();
        database.setUrl(args[0]);
        database.setUser(args[1]);
        database.setPassword(args[2]);
        var settings = RelaySettings.of(
                        args[4], Integer.parseInt(args[5]), "/test", args[6], Map.of("bootstrap.servers", args[3]))
                .withLease(Duration.ofSeconds(1))
                .withBatch(50);
        new Relay(database, settings).start();
        Thread.currentThread().join();
    }

    private RelayProcess() {}
}
