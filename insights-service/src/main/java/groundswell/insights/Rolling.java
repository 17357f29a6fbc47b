package groundswell.insights;

/** Sums over neighbouring steps: each is what the rolling window that ends there counts. */
public final class Rolling {
    /** One sum for each {@code width} neighbours; as many fewer than steps as the first window is longer than one. */
    public static long[] sums(long[] steps, int width) {
        var sums = new long[Math.max(0, steps.length - width + 1)];
        long sum = 0;
        for (int i = 0; i < steps.length; i++) {
            sum += steps[i];
            if (i >= width) {
                sum -= steps[i - width];
            }
            if (i >= width - 1) {
                sums[i - width + 1] = sum;
            }
        }
        return sums;
    }

    /**
     * How many there were at each edge, the last of which is now: what is there now, less what came since, and what has
     * left since. One more than there are steps.
     */
    public static long[] levels(long now, long[] came, long[] left) {
        var levels = new long[came.length + 1];
        levels[came.length] = now;
        for (int i = came.length - 1; i >= 0; i--) {
            levels[i] = levels[i + 1] - came[i] + left[i];
        }
        return levels;
    }

    /** For each day from the 28th on, the mean of the same weekday in the four weeks before it. */
    public static double[] usualDays(long[] days) {
        var usual = new double[Math.max(0, days.length - 28)];
        for (int i = 0; i < usual.length; i++) {
            usual[i] = (days[i] + days[i + 7] + days[i + 14] + days[i + 21]) / 4.0;
        }
        return usual;
    }

    private Rolling() {}
}
