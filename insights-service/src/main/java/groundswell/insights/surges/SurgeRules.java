package groundswell.insights.surges;

/**
 * What it takes to be a surge. All of them must hold in at least one of the windows, which end with the running quarter
 * hour and are as long as half an hour to eight hours.
 *
 * @param fewest tickets in the window: a handful is nobody's news, however rare it is
 * @param chance of as many or more in two hours of a usual day; shorter windows need a smaller one, longer ones a larger
 * @param times the usual number
 */
public record SurgeRules(int fewest, double chance, double times) {
    public static final SurgeRules USUAL = new SurgeRules(8, 1e-5, 1.5);

    /** There are fewer looks of longer windows, each of which may be as much more likely: so all err equally often. */
    static final int TWO_HOURS = 8;

    /** Quarter hours per window. */
    static final int[] WINDOWS = {2, 4, 8, 16, 32};

    /** A surge is over once nothing was unusual for so long. */
    static final int QUIET = 16;

    /** What is unusual again within a day of its end is the same surge: a night does not make two of one. */
    static final int RESUMED = 96;

    /** So long after its end may a surge still be found to go on: by a window that began in time. */
    static final int SETTLED = RESUMED + WINDOWS[WINDOWS.length - 1];

    /** Whether it lasts is seen in short windows: long ones remember its best hours. */
    static final int[] STILL_WINDOWS = {4, 8};

    /** While a surge lasts, half as many tickets and this chance are unusual already. */
    static final double STILL = 0.01;
}
