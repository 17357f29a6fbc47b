package groundswell.language;

import java.util.List;

/**
 * When a text's words alone decide. The threshold is the lowest at which, on texts the models had not seen, next to
 * nothing is lost against judging all of them in full: at most a quarter of a percent of the groups and half a percent of
 * the themes.
 */
record FastPath(double sureFrom) {
    private static final double LOWEST = 0.5;
    private static final double HIGHEST = 0.99;
    private static final double STEP = 0.01;
    private static final double GROUPS_LOST = 0.0025;
    private static final double THEMES_LOST = 0.005;

    /** Fewer trials say too little about what would be lost. */
    private static final int ENOUGH_TRIALS = 1_000;

    /** Whatever a theme's own probability: a group that is unclear deserves the whole judgement. */
    private static final double CLEAR_GROUP = 0.9;

    static final FastPath NEVER = new FastPath(2);

    /** What the words said, and what the whole said. */
    record Trial(double[] words, double[] all, int right) {}

    static FastPath fitting(List<Trial> trials, Topics topics) {
        if (trials.size() < ENOUGH_TRIALS) return NEVER;
        for (double threshold = LOWEST; threshold <= HIGHEST; threshold += STEP) {
            var path = new FastPath(threshold);
            if (path.losesLittle(trials, topics)) return path;
        }
        return NEVER;
    }

    private boolean losesLittle(List<Trial> trials, Topics topics) {
        int groups = 0;
        int themes = 0;
        for (var trial : trials) {
            if (!isSure(trial.words(), topics)) continue;
            int words = Probabilities.best(trial.words());
            int all = Probabilities.best(trial.all());
            themes += (all == trial.right() ? 1 : 0) - (words == trial.right() ? 1 : 0);
            groups +=
                    (sameGroup(all, trial.right(), topics) ? 1 : 0) - (sameGroup(words, trial.right(), topics) ? 1 : 0);
        }
        return groups <= GROUPS_LOST * trials.size() && themes <= THEMES_LOST * trials.size();
    }

    private static boolean sameGroup(int a, int b, Topics topics) {
        if (a == topics.none() || b == topics.none()) return a == b;
        return topics.groups().get(a).equals(topics.groups().get(b));
    }

    boolean isSure(double[] words, Topics topics) {
        int best = Probabilities.best(words);
        if (best == topics.none() || words[best] < sureFrom) return false;
        return topics.groups(words).values().iterator().next() >= CLEAR_GROUP;
    }
}
