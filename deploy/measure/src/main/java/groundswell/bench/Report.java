package groundswell.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Prints what was measured. Ratios within one run are held against a bar; absolute figures are only told. */
public final class Report {
    private int missed;

    public void heading(String text) {
        System.out.printf("%n%s%n", text);
    }

    public void note(String line) {
        System.out.println("  " + line);
    }

    public void figure(String what, double value, String unit) {
        System.out.printf(Locale.ROOT, "  %-58s %,12.1f %s%n", what, value, unit);
    }

    /** A ratio that should be at least {@code bar}. */
    public void atLeast(String what, double ratio, double bar) {
        verdict(what, ratio, ratio >= bar, "at least", bar);
    }

    /** A ratio that should be at most {@code bar}. */
    public void atMost(String what, double ratio, double bar) {
        verdict(what, ratio, ratio <= bar, "at most", bar);
    }

    private void verdict(String what, double ratio, boolean met, String side, double bar) {
        missed += met ? 0 : 1;
        System.out.printf(
                Locale.ROOT, "  %-58s %12.2f   %s %s %.2f%n", what, ratio, met ? "ok:" : "MISSED:", side, bar);
    }

    public void load() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                Locale.ROOT,
                "%nMachine: %d processors, load average %.1f, Java %s%n",
                system.getAvailableProcessors(),
                system.getSystemLoadAverage(),
                Runtime.version());
    }

    /** 0 where every bar was met: a process's exit code. */
    public int exitCode() {
        return missed == 0 ? 0 : 1;
    }
}
