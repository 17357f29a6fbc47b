package groundswell.insights.surges;

import groundswell.insights.SurgeKey;

/** One key's running sums: tickets seen and expected up to each quarter hour, so that any window is one subtraction. */
final class Level {
    private final SurgeKey key;
    private final int[] seen;
    private final double[] expected;
    private Usual today = Usual.NOTHING;

    Level(SurgeKey key, int quarters) {
        this.key = key;
        seen = new int[quarters + 1];
        expected = new double[quarters + 1];
    }

    SurgeKey key() {
        return key;
    }

    void begin(Usual day) {
        today = day;
    }

    void step(int quarter, int tickets) {
        seen[quarter + 1] = seen[quarter] + tickets;
        expected[quarter + 1] = expected[quarter] + today.quarter(quarter % 96);
    }

    int seen(int from, int to) {
        return seen[to] - seen[from];
    }

    double expected(int from, int to) {
        return expected[to] - expected[from];
    }

    /**
     * The chance of what was seen in a window.
     *
     * @param flood by how much everything else is above its usual level
     */
    double chance(SurgeDetector.Sum window, int quarters, double flood) {
        var mean = window.expected() * flood + UNHEARD_OF * quarters / 4;
        // the expected number is an estimate itself, from some twelve times as many tickets
        var spread = today.spreadOver(quarters) + 1 / (12 * window.expected() + 1);
        return Chance.ofAtLeast(window.seen(), mean, spread);
    }

    /** Tickets an hour that are expected of what nobody ever wrote about. */
    private static final double UNHEARD_OF = 0.05;
}
