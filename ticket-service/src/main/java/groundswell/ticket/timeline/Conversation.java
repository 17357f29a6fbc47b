package groundswell.ticket.timeline;

import groundswell.journal.seal.Sealed;
import groundswell.ticket.ChatSpeaker;
import groundswell.ticket.ClosedHow;
import groundswell.ticket.TicketEvent;
import groundswell.ticket.TicketEvent.*;
import groundswell.ticket.desk.Badge;
import groundswell.ticket.desk.Colleagues.Names;
import groundswell.ticket.desk.Letters;
import groundswell.ticket.desk.Teams;
import groundswell.ticket.desk.Words;
import groundswell.ticket.timeline.TicketPageView.Entry;
import groundswell.ui.Ui;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's events as one reads them: what was said as messages, what happened between them as one line each, all in the
 * order in which it happened.
 */
final class Conversation {
    private static final String GONE = "This text was erased together with the customer’s data.";
    private static final String NOT_FOR_YOU = "Your role does not read what customers and colleagues wrote.";

    /** Why routing-service takes a ticket from its person, by the reason on the assignment. */
    private static final Map<String, String> UNDONE = Map.of(
            "shift_ended", "its person’s shift is over",
            "absent", "its person is away",
            "left", "its person has left the team");

    private final Letters letters;
    private final Names names;
    private final String customer;
    private final boolean words;
    private final List<Entry> entries = new ArrayList<>();
    private Instant openedAt = Instant.EPOCH;
    private boolean answered;

    /** @param words whether the reader may read what people wrote */
    Conversation(Letters letters, Names names, String customer, boolean words) {
        this.letters = letters;
        this.names = names;
        this.customer = customer;
        this.words = words;
    }

    List<Entry> of(List<TicketEvent> events) {
        events.forEach(this::tell);
        entries.sort(Comparator.comparing(Entry::at)); // a chat may have begun before its customer first wrote
        return List.copyOf(entries);
    }

    private void tell(TicketEvent event) {
        switch (event) {
            case TicketOpened e -> {
                openedAt = e.at();
                said("customer", customer, e.ticketId(), e.messageId(), e.description(), e.at());
            }
            case CustomerReplied e -> said("customer", customer, e.ticketId(), e.messageId(), e.body(), e.at());
            case TicketReplied e -> {
                said("agent", names.of(e.authorId()), e.ticketId(), e.messageId(), e.body(), e.at());
                if (!answered) {
                    answered = true;
                    happened("event good", "First reply after " + since(e.at()), e.at());
                }
            }
            case TicketNoted e -> {
                var speaker = e.saidInChatBy();
                var who = speaker == ChatSpeaker.BOT ? "Chat bot" : names.of(e.authorId());
                said(kindOf(speaker), who, e.ticketId(), e.messageId(), e.body(), e.at());
            }
            case TicketAssigned e -> happened("event", assigned(e), e.at());
            case AssignmentRefused e -> happened("event", "An assignment came too late and was not taken", e.at());
            case TicketStarted e ->
                happened("event", e.by() == null ? "Work began" : names.of(e.by()) + " began to work", e.at());
            case TicketPaused e -> happened("event", "Waiting for the customer", e.at());
            case TicketResumed e -> happened("event", "Back to open", e.at());
            case TicketResolved e ->
                happened(
                        "event good",
                        "%s resolved it after %s: %s, %s, %s"
                                .formatted(
                                        names.of(e.agentId()),
                                        since(e.at()),
                                        Words.of(e.code()).toLowerCase(java.util.Locale.ROOT),
                                        Ui.words(e.productArea()),
                                        Ui.words(e.issueType())),
                        e.at());
            case TicketRated e -> {
                happened(
                        e.score() < 3 ? "event alert" : e.score() > 3 ? "event good" : "event",
                        "%s rated it %d of 5: %s"
                                .formatted(
                                        customer,
                                        e.score(),
                                        Words.ofScore(e.score()).toLowerCase(java.util.Locale.ROOT)),
                        e.at());
                if (e.comment() != null && e.messageId() != null) {
                    said("customer", customer, e.ticketId(), e.messageId(), e.comment(), e.at());
                }
            }
            case TicketEscalated e ->
                happened(
                        "event alert",
                        names.of(e.by()) + " says that support can’t resolve it: "
                                + Words.of(e.reason()).toLowerCase(java.util.Locale.ROOT),
                        e.at());
            case EscalationWithdrawn e ->
                happened("event", names.of(e.by()) + " says that support can resolve it after all", e.at());
            case TicketClosed e -> happened("event", closed(e.how()), e.at());
            case TicketReopened e ->
                happened(
                        "event alert",
                        "Reopened" + (e.reopenings() > 1 ? ", the %d. time".formatted(e.reopenings()) : ""),
                        e.at());
            case TicketMerged e ->
                happened(
                        "event",
                        names.of(e.by()) + " merged it into another ticket, which goes on in its place",
                        e.at());
            case TicketUnmerged e -> happened("event", names.of(e.by()) + " undid the merge", e.at());
            case TicketPrioritised e ->
                happened("event", "Priority set to " + Badge.of(e.priority()).word(), e.at());
            case TicketTagged e -> happened("event", tagged(e), e.at());
            case TicketCategorised e ->
                happened(
                        "event",
                        "Filed under %s, %s".formatted(Ui.words(e.productArea()), Ui.words(e.issueType())),
                        e.at());
        }
    }

    private static String kindOf(@Nullable ChatSpeaker speaker) {
        return switch (speaker) {
            case null -> "note";
            case AGENT -> "agent";
            case BOT -> "bot";
        };
    }

    private void said(String kind, String who, UUID ticketId, UUID messageId, Sealed sealed, Instant at) {
        var text = words ? letters.open(sealed, ticketId, messageId, Letters.Part.BODY) : NOT_FOR_YOU;
        entries.add(new Entry(
                kind, who, Ui.initials(who), Objects.requireNonNullElse(text, GONE), text == null || !words, at));
    }

    private void happened(String kind, String text, Instant at) {
        entries.add(new Entry(kind, "", "", text, false, at));
    }

    private String since(Instant at) {
        return Words.minutes(Duration.between(openedAt, at).toMinutes());
    }

    private String assigned(TicketAssigned e) {
        var team = e.team() == null ? null : Teams.nameOf(e.team());
        var person = e.assigneeId() == null ? null : names.of(e.assigneeId());
        var to = Stream.of(team, person).filter(Objects::nonNull).collect(Collectors.joining(", "));
        if (to.isEmpty()) return "Nobody has it any more";
        var undone = UNDONE.get(Objects.toString(e.reason(), ""));
        return undone == null ? "Assigned to " + to : "Back to " + to + ": " + undone;
    }

    private static String closed(ClosedHow how) {
        return switch (how) {
            case CONFIRMED -> "Closed: the customer confirmed it";
            case QUIET -> "Closed after quiet days";
            case AGENT -> "Closed by a colleague";
        };
    }

    private static String tagged(TicketTagged e) {
        var added = e.added().isEmpty() ? null : "Tagged " + String.join(", ", e.added());
        var removed = e.removed().isEmpty() ? null : "tag removed: " + String.join(", ", e.removed());
        return Stream.of(added, removed).filter(Objects::nonNull).collect(Collectors.joining("; "));
    }
}
