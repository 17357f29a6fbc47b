package groundswell.ticket.timeline;

import static java.util.Locale.ROOT;
import static java.util.Objects.requireNonNullElse;

import groundswell.journal.Recorded;
import groundswell.ticket.EscalationReason;
import groundswell.ticket.HandlingTimes;
import groundswell.ticket.History;
import groundswell.ticket.Priority;
import groundswell.ticket.ResolutionCode;
import groundswell.ticket.TicketStatus;
import groundswell.ticket.desk.Badge;
import groundswell.ticket.desk.Choice;
import groundswell.ticket.desk.Colleagues;
import groundswell.ticket.desk.Colleagues.Names;
import groundswell.ticket.desk.Letters;
import groundswell.ticket.desk.Teams;
import groundswell.ticket.desk.ThemeNames;
import groundswell.ticket.desk.TicketJournal;
import groundswell.ticket.desk.TicketView;
import groundswell.ticket.desk.TicketView.ResolutionView;
import groundswell.ticket.desk.TicketViews;
import groundswell.ticket.desk.Words;
import groundswell.ticket.http.Caller;
import groundswell.ticket.timeline.TicketPageView.*;
import groundswell.ui.Ui;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a ticket's page together: its events as a conversation, its state as details, and what the reader may do. */
@ApplicationScoped
class TicketPageViews {
    private final TicketJournal tickets;
    private final TicketViews views;
    private final OtherTickets others;
    private final MergedTickets merged;
    private final Letters letters;
    private final Teams teams;
    private final ThemeNames themes;
    private final Colleagues colleagues;
    private final Caller caller;
    private final Clock clock;

    TicketPageViews(
            TicketJournal tickets,
            TicketViews views,
            OtherTickets others,
            MergedTickets merged,
            Letters letters,
            Teams teams,
            ThemeNames themes,
            Colleagues colleagues,
            Caller caller,
            Clock clock) {
        this.tickets = tickets;
        this.views = views;
        this.others = others;
        this.merged = merged;
        this.letters = letters;
        this.teams = teams;
        this.themes = themes;
        this.colleagues = colleagues;
        this.caller = caller;
        this.clock = clock;
    }

    /** Stands for all that a page shows of a ticket now, also what other services found out meanwhile. */
    String seen(UUID ticketId) {
        return seen(views.view(tickets.head(ticketId)), merged.children(ticketId));
    }

    private static String seen(TicketView ticket, List<Other> children) {
        return Integer.toHexString((ticket.toString() + children).hashCode());
    }

    TicketPageView of(UUID ticketId) {
        var ticket = views.view(tickets.head(ticketId));
        var events = tickets.read(ticketId).stream().map(Recorded::event).toList();
        var names = colleagues.names();
        var customer =
                ticket.requester() == null ? "The customer" : ticket.requester().name();
        var children = merged.children(ticketId);
        return new TicketPageView(
                heading(ticket, customer, children),
                new Conversation(letters, names, customer, caller.readsWords()).of(events),
                times(HandlingTimes.of(events, clock.instant())),
                details(ticket, names),
                others.of(ticket.requesterId(), ticketId),
                moves(ticket, !children.isEmpty()),
                choices(ticket, names));
    }

    private Heading heading(TicketView ticket, String customer, List<Other> children) {
        return new Heading(
                ticket.id(),
                ticket.number(),
                ticket.version(),
                seen(ticket, children),
                requireNonNullElse(ticket.subject(), ticket.number()),
                customer,
                ticket.requester() == null ? "the customer" : customer.strip().split("\\s+")[0],
                Words.of(ticket.channel()),
                ticket.createdAt(),
                Badge.of(ticket.status()),
                Badge.of(ticket.priority()),
                ticket.team(),
                ticket.automatic(),
                ticket.mergedInto() == null ? null : merged.parent(ticket.mergedInto()),
                children);
    }

    private static List<Took> times(HandlingTimes times) {
        return List.of(
                new Took("First assigned", Words.minutes(times.firstAssignment())),
                new Took("First reply", Words.minutes(times.firstReply())),
                new Took("Resolved", Words.minutes(times.resolution())),
                new Took("Agent time", Words.minutes(times.agentTime())));
    }

    private Details details(TicketView ticket, Names names) {
        var assignee = ticket.assigneeId();
        var confidence = ticket.confidence();
        var person = ticket.requester();
        return new Details(
                ticket.team() == null ? null : Teams.nameOf(ticket.team()),
                assignee == null ? null : names.of(assignee),
                caller.person().equals(assignee),
                ticket.theme() == null ? null : themes.of(ticket.theme()),
                confidence == null ? null : Math.round(confidence * 100) + " %",
                "triage".equals(ticket.lane()),
                category(ticket),
                ticket.productArea(),
                ticket.issueType(),
                person == null ? null : person.email(),
                person == null ? null : person.company(),
                ticket.plan() == null ? null : Ui.words(ticket.plan()),
                ticket.bigCustomer(),
                ticket.history() == History.FIRST
                        ? "First ticket"
                        : ticket.earlierTickets() == 1
                                ? "1 ticket before"
                                : ticket.earlierTickets() + " tickets before",
                ticket.tags(),
                Badge.ofConsent(ticket.consent()),
                stars(ticket.resolution()),
                ticket.escalation() == null
                        ? null
                        : Words.of(ticket.escalation().reason()),
                ticket.source() == null ? null : ticket.source() + " " + ticket.externalId(),
                ticket.followUpOf());
    }

    private static @Nullable Stars stars(@Nullable ResolutionView resolution) {
        var rating = resolution == null ? null : resolution.rating();
        return rating == null
                ? null
                : new Stars(
                        "★".repeat(rating.score()) + "☆".repeat(5 - rating.score()),
                        "%d of 5, %s"
                                .formatted(
                                        rating.score(),
                                        Words.ofScore(rating.score()).toLowerCase(ROOT)));
    }

    private static @Nullable String category(TicketView ticket) {
        return Stream.of(ticket.productArea(), ticket.issueType())
                .filter(Objects::nonNull)
                .map(Ui::words)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), words -> words.isEmpty() ? null : words));
    }

    private Moves moves(TicketView ticket, boolean hasChildren) {
        boolean acts = caller.is("agent") || caller.is("lead") || caller.is("admin");
        if (ticket.mergedInto() != null) {
            return Moves.resting(acts);
        }
        var status = ticket.status();
        boolean notes = acts || caller.is("ops") || caller.is("product");
        boolean live = switch (status) {
            case OPEN, IN_PROGRESS, PENDING -> true;
            case RESOLVED, CLOSED, UNOPENED -> false;
        };
        boolean open = status != TicketStatus.CLOSED;
        boolean answered = status == TicketStatus.RESOLVED || status == TicketStatus.CLOSED;
        return new Moves(
                acts && open,
                notes && open,
                acts && (status == TicketStatus.OPEN || status == TicketStatus.PENDING),
                acts && status == TicketStatus.IN_PROGRESS,
                acts && live,
                acts && (status == TicketStatus.PENDING || status == TicketStatus.RESOLVED),
                acts && status == TicketStatus.RESOLVED,
                acts && live,
                acts && open,
                acts && open && !hasChildren,
                false,
                (caller.is("agent") || caller.is("lead"))
                        && answered
                        && ticket.consent().equals("not_asked"),
                (caller.is("lead") || caller.is("admin")) && rateable(ticket.resolution()));
    }

    private boolean rateable(@Nullable ResolutionView resolution) {
        return resolution != null && clock.instant().isBefore(resolution.rateableUntil());
    }

    private Choices choices(TicketView ticket, Names names) {
        var people = new ArrayList<Choice>();
        people.add(new Choice("", "Nobody yet", ticket.assigneeId() == null));
        people.addAll(names.assignable(ticket.assigneeId()));
        return new Choices(
                caller.person(),
                Stream.concat(
                                ticket.team() == null ? Stream.of(new Choice("", "No team", true)) : Stream.empty(),
                                teams.choices(ticket.team()).stream())
                        .toList(),
                List.copyOf(people),
                Choice.of(
                        Priority.class,
                        priority -> Badge.of(priority).word(),
                        ticket.priority().toString()),
                Choice.of(ResolutionCode.class, Words::of, ""),
                escalations(ticket));
    }

    /** Nothing is chosen before somebody chooses. */
    private static List<Choice> escalations(TicketView ticket) {
        var said = ticket.escalation();
        var reasons = Choice.of(
                EscalationReason.class,
                Words::of,
                said == null ? "" : said.reason().toString());
        return said != null
                ? reasons
                : Stream.concat(Stream.of(new Choice("", "Choose one", true)), reasons.stream())
                        .toList();
    }
}
