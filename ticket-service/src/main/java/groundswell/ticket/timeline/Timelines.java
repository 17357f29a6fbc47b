package groundswell.ticket.timeline;

import groundswell.journal.Recorded;
import groundswell.journal.seal.Sealed;
import groundswell.ticket.ChatSpeaker;
import groundswell.ticket.HandlingTimes;
import groundswell.ticket.Ticket;
import groundswell.ticket.TicketDecider;
import groundswell.ticket.TicketEvent;
import groundswell.ticket.TicketEvent.*;
import groundswell.ticket.desk.Letters;
import groundswell.ticket.desk.Letters.Part;
import groundswell.ticket.http.Caller;
import groundswell.ticket.timeline.TimelineView.Entry;
import groundswell.ticket.timeline.TimelineView.Times;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells a ticket's life from its events, opening what was said for those who may read it. */
@ApplicationScoped
public class Timelines {
    /** What an event adds to the bare fact that it happened. */
    private record Told(
            String what,
            @Nullable UUID messageId,
            @Nullable String audience,
            @Nullable UUID by,
            @Nullable Sealed subject,
            @Nullable Sealed text,
            Map<String, Object> details) {
        static Told fact(String what, @Nullable Object... details) {
            return new Told(what, null, null, null, null, null, map(details));
        }

        static Told by(String what, @Nullable UUID person, @Nullable Object... details) {
            return new Told(what, null, null, person, null, null, map(details));
        }

        static Told words(String what, String audience, UUID messageId, @Nullable UUID author, Sealed text) {
            return new Told(what, messageId, audience, author, null, text, Map.of());
        }

        private static Map<String, Object> map(@Nullable Object... pairs) {
            var map = new LinkedHashMap<String, Object>();
            for (int i = 0; i < pairs.length; i += 2) {
                var value = pairs[i + 1];
                if (value != null) {
                    map.put(String.valueOf(pairs[i]), value);
                }
            }
            return map;
        }
    }

    private final Letters letters;
    private final Caller caller;
    private final Clock clock;

    Timelines(Letters letters, Caller caller, Clock clock) {
        this.letters = letters;
        this.caller = caller;
        this.clock = clock;
    }

    public TimelineView of(UUID ticketId, List<Recorded<TicketEvent>> life) {
        var entries = new ArrayList<Entry>(life.size());
        Ticket ticket = TicketDecider.initial();
        for (var recorded : life) {
            ticket = TicketDecider.evolve(ticket, recorded.event());
            entries.add(entry(ticketId, recorded, ticket));
        }
        entries.sort(Comparator.comparing(Entry::at)); // a chat may have begun before its customer first wrote
        var opening = ticket.opening();
        var times = HandlingTimes.of(life.stream().map(Recorded::event).toList(), clock.instant());
        return new TimelineView(
                ticketId,
                opening == null ? "" : "TKT-" + opening.number(),
                entries,
                new Times(times.firstAssignment(), times.firstReply(), times.resolution(), times.agentTime()));
    }

    private Entry entry(UUID ticketId, Recorded<TicketEvent> recorded, Ticket then) {
        var told = tell(recorded.event());
        boolean words = caller.readsWords() && told.messageId() != null;
        return new Entry(
                recorded.version(),
                told.what(),
                recorded.event().at(),
                recorded.recordedAt(),
                recorded.cause().actor(),
                then.status(),
                told.messageId(),
                told.audience(),
                told.by(),
                words ? open(told.subject(), ticketId, told.messageId(), Part.SUBJECT) : null,
                words ? open(told.text(), ticketId, told.messageId(), Part.BODY) : null,
                told.details());
    }

    private @Nullable String open(@Nullable Sealed text, UUID ticketId, @Nullable UUID messageId, Part part) {
        return messageId == null ? null : letters.open(text, ticketId, messageId, part);
    }

    /** The customer has read it; a bot has no id of its own. */
    private static Told saidInChat(TicketNoted e, ChatSpeaker speaker) {
        return new Told(
                "said-in-chat",
                e.messageId(),
                "public",
                speaker == ChatSpeaker.BOT ? null : e.authorId(),
                null,
                e.body(),
                Told.map("speaker", speaker));
    }

    private static Told tell(TicketEvent event) {
        return switch (event) {
            case TicketOpened e ->
                new Told(
                        "opened",
                        e.messageId(),
                        "public",
                        null,
                        e.subject(),
                        e.description(),
                        Told.map("channel", e.channel(), "priority", e.priority(), "followUpOf", e.followUpOf()));
            case TicketAssigned e ->
                Told.fact("assigned", "team", e.team(), "assigneeId", e.assigneeId(), "reason", e.reason());
            case AssignmentRefused e -> Told.fact("assignment-refused", "reason", e.reason());
            case TicketStarted e -> Told.by("started", e.by());
            case TicketPaused _ -> Told.fact("paused");
            case TicketResumed _ -> Told.fact("resumed");
            case TicketReplied e -> Told.words("replied", "public", e.messageId(), e.authorId(), e.body());
            case CustomerReplied e -> Told.words("customer-replied", "public", e.messageId(), null, e.body());
            case TicketNoted e ->
                e.saidInChatBy() == null
                        ? Told.words("noted", "internal", e.messageId(), e.authorId(), e.body())
                        : saidInChat(e, e.saidInChatBy());
            case TicketResolved e ->
                Told.by(
                        "resolved",
                        e.agentId(),
                        "code",
                        e.code(),
                        "productArea",
                        e.productArea(),
                        "issueType",
                        e.issueType());
            case TicketEscalated e -> Told.by("escalated", e.by(), "reason", e.reason());
            case EscalationWithdrawn e -> Told.by("escalation-withdrawn", e.by());
            case TicketRated e ->
                new Told(
                        "rated",
                        e.messageId(),
                        "public",
                        null,
                        null,
                        e.comment(),
                        Told.map("score", e.score(), "cycle", e.cycle(), "agentId", e.agentId()));
            case TicketClosed e -> Told.fact("closed", "how", e.how());
            case TicketReopened e -> Told.fact("reopened", "reopenings", e.reopenings());
            case TicketMerged e -> Told.by("merged", e.by(), "into", e.into());
            case TicketUnmerged e -> Told.by("unmerged", e.by());
            case TicketPrioritised e -> Told.fact("prioritised", "priority", e.priority());
            case TicketTagged e -> Told.fact("tagged", "added", e.added(), "removed", e.removed());
            case TicketCategorised e ->
                Told.fact("categorised", "productArea", e.productArea(), "issueType", e.issueType());
        };
    }
}
