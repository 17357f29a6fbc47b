package groundswell.ticket.timeline;

import groundswell.ticket.desk.Badge;
import groundswell.ticket.desk.Choice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One ticket as its page shows it. Everything is decided here; the template only says where it stands. */
public record TicketPageView(
        Heading head,
        List<Entry> thread,
        List<Took> times,
        Details details,
        List<Earlier> earlier,
        Moves moves,
        Choices choices) {
    /** @param seen stands for all that is shown: another value means that there is news
     * @param requesterFirst what one calls the customer in a sentence: "Reply to Dana"; "the customer" where nobody may know */
    public record Heading(
            UUID id,
            String number,
            long version,
            String seen,
            String subject,
            String requester,
            String requesterFirst,
            String channel,
            Instant openedAt,
            Badge status,
            Badge priority,
            @Nullable String team,
            boolean automatic,
            @Nullable Other mergedInto,
            List<Other> children) {}

    /** Another ticket, by the number that people call it. */
    public record Other(UUID id, String number) {}

    /**
     * One thing that happened.
     *
     * @param kind {@code customer}, {@code agent}, {@code bot}, {@code note}, {@code event}, {@code event good} or {@code event alert}
     * @param erased the text is gone with the customer's key
     */
    public record Entry(String kind, String who, String initials, String text, boolean erased, Instant at) {
        public boolean said() {
            return !kind.startsWith("event");
        }
    }

    /** How long a step took, in words; {@code value} is a dash while it has not happened. */
    public record Took(String name, String value) {}

    /**
     * @param theme what it is about, once routing-service has read it
     * @param consent whether the customer allows a story about it: {@code not_asked} until somebody asked
     */
    public record Details(
            @Nullable String team,
            @Nullable String assignee,
            boolean mine,
            @Nullable String theme,
            @Nullable String themeConfidence,
            boolean triage,
            @Nullable String category,
            @Nullable String productArea,
            @Nullable String issueType,
            @Nullable String email,
            @Nullable String company,
            @Nullable String plan,
            boolean bigCustomer,
            String history,
            List<String> tags,
            Badge consent,
            @Nullable Stars rating,
            @Nullable String escalated,
            @Nullable String origin,
            @Nullable UUID followUpOf) {}

    /** What the customer gave, as five characters and in words. */
    public record Stars(String picture, String words) {}

    /** Another ticket of the same requester. */
    public record Earlier(UUID id, String number, String subject, Badge status, Instant openedAt) {}

    /** What the reader may do now: by role, and by where the ticket stands. */
    public record Moves(
            boolean write,
            boolean note,
            boolean start,
            boolean pause,
            boolean resolve,
            boolean reopen,
            boolean close,
            boolean assign,
            boolean escalate,
            boolean merge,
            boolean unmerge,
            boolean ask,
            boolean rate) {
        /** Of a ticket that was merged into another one. */
        static Moves resting(boolean acts) {
            return new Moves(false, false, false, false, false, false, false, false, false, false, acts, false, false);
        }
    }

    /** What the forms offer; {@code me} is who takes the ticket by "Take it". */
    public record Choices(
            UUID me,
            List<Choice> teams,
            List<Choice> people,
            List<Choice> priorities,
            List<Choice> resolutions,
            List<Choice> escalations) {}
}
