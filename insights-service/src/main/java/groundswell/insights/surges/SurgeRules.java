package groundswell.insights.surges;

/**
 * What it takes to be a surge. All of them must hold in at least one of the windows, which end with the running quarter
 * hour and are as long as half an hour to eight hours.
 *
 * @param fewest tickets in the window: a handful is nobody's news, however rare it is
 * @param chance of as many or more on a usual day, in one look; there are some 500 independent looks a week and theme
 * @param times the usual number
 */
public record SurgeRules(int fewest, double chance, double times) {
    public static final SurgeRules USUAL = new SurgeRules(8, 1e-5, 1.5);

    /** Quarter hours per window. */
    static final int[] WINDOWS = {2, 4, 8, 16, 32};

    /** So long may nothing be unusual before a surge is over: a night does not cut one in two. */
    static final int QUIET = 32;

    /** Whether it lasts is seen in short windows: long ones remember its best hours. */
    static final int[] STILL_WINDOWS = {4, 8};

    /** While a surge lasts, half as many tickets and this chance are unusual already. */
    static final double STILL = 0.01;
}
