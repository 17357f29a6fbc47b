package groundswell.insights;

import java.util.Locale;

/** A question we cannot answer, with what to ask instead. */
public final class InsightsRefused extends RuntimeException {
    /** Why; its kebab name is the problem's type, such as {@code /problems/unknown-window}. */
    public enum Reason {
        UNKNOWN_WINDOW(400, "This window does not exist"),
        UNKNOWN_DIMENSION(400, "Counts are not kept by this"),
        UNKNOWN_MEASURE(400, "This is not counted"),
        UNREADABLE_TIME(400, "This is not a time"),
        UNREADABLE_CODE(400, "This is not a code"),
        UNREADABLE_WEEK(400, "This is not an ISO week"),
        UNREADABLE_MONTH(400, "This is not a month"),
        UNKNOWN_REPORT(400, "There is no such kind of report"),
        NOT_OVER(409, "This time is not over yet"),
        NOTHING_TO_REPORT(409, "No ticket was opened in this time"),
        NOT_WRITTEN(404, "No such report"),
        NO_REBUILD(404, "No such rebuild"),
        REBUILD_ENDED(409, "This rebuild has ended"),
        UNKNOWN_STATE(400, "There is no such state"),
        NO_SURGE(404, "No such surge"),
        NO_LEAD(404, "No such lead"),
        UNKNOWN_OUTCOME(400, "There is no such outcome"),
        NO_DISCOVERY(404, "No such discovery"),
        DISCOVERY_DECIDED(409, "This discovery has been decided on"),
        THEME_EXISTS(409, "There is or was a theme of this name"),
        TOO_MANY_THEMES(409, "There are as many themes as can be told apart"),
        NO_TICKET(404, "No such ticket"),
        NO_SUCH_TEAM(400, "There is no such team"),
        UNREADABLE_CURSOR(400, "This cursor is not one of ours"),
        LIMIT_OUT_OF_RANGE(400, "Too many or too few at once"),
        UNKNOWN_THEME(404, "No such theme"),
        NOT_NOTED(404, "No such launch or fix"),
        EMPTY_BODY(400, "There is nothing in the request"),
        NO_THEME(400, "A fix is for a theme"),
        UNREADABLE_LINES(400, "Some lines are not as they must be"),
        UNREADABLE_DAY(400, "This is not a day that can be told"),
        ALREADY_NOTED(409, "This has been noted before"),
        IF_MATCH_MISSING(428, "Say which version you change"),
        CHANGED_MEANWHILE(412, "It has changed since you read it");

        private final int status;
        private final String title;

        Reason(int status, String title) {
            this.status = status;
            this.title = title;
        }

        public int status() {
            return status;
        }

        public String title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    public InsightsRefused(Reason reason, String whatToDo) {
        super(whatToDo);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
