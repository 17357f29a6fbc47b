package groundswell.insights;

/** What is remembered of one stream: only how much was told. What is true stands in the tables that the events tell of. */
public record InsightsState(long told) {
    public static final InsightsState NOTHING = new InsightsState(0);
}
