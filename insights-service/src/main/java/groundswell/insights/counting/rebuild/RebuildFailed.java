package groundswell.insights.counting.rebuild;

/** Why a rebuild can't go on; the live counts are as they were. */
final class RebuildFailed extends RuntimeException {
    RebuildFailed(String why) {
        super(why);
    }
}
