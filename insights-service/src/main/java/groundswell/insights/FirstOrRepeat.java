package groundswell.insights;

/**
 * Whether a theme is rather of people who write for the first time, which points at onboarding, or of people who wrote
 * before, which points at the product itself (row I9). Held against all other themes of the same time.
 */
public record FirstOrRepeat(long first, long repeat, long othersFirst, long othersRepeat) {
    private static final int FEWEST = 10;

    /** What the numbers say. */
    public enum Leaning {
        ONBOARDING,
        CORE,
        LIKE_OTHERS,
        TOO_FEW
    }

    public Leaning leaning() {
        if (first + repeat < FEWEST || othersFirst + othersRepeat < FEWEST) {
            return Leaning.TOO_FEW;
        }
        var parts = Proportions.of(first, first + repeat, othersFirst, othersFirst + othersRepeat);
        return parts.certainlyHigher()
                ? Leaning.ONBOARDING
                : parts.certainlyLower() ? Leaning.CORE : Leaning.LIKE_OTHERS;
    }

    public String sentence() {
        var all = first + repeat;
        var part = all == 0
                ? ""
                : Wording.percent((double) first / all) + " of " + Wording.number(all) + " are first tickets";
        var others = othersFirst + othersRepeat == 0
                ? ""
                : ", against " + Wording.percent((double) othersFirst / (othersFirst + othersRepeat)) + " elsewhere";
        return switch (leaning()) {
            case TOO_FEW -> "Too few tickets to say whether newcomers write about this.";
            case ONBOARDING -> "Newcomers stumble here: " + part + others + ". Look at the first steps.";
            case CORE ->
                "People who know the product come back with this: " + part + others + ". Look at the product itself.";
            case LIKE_OTHERS -> "Newcomers and others alike: " + part + others + ".";
        };
    }
}
