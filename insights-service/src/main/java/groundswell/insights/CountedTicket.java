package groundswell.insights;

import groundswell.insights.TicketFact.DeskFact;
import groundswell.insights.TicketFact.RoutingFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered of a ticket so that it is counted once, in the right place, whatever arrives first. A ticket
 * that was classified before we heard of its opening is remembered and not yet counted; one that a machine wrote, or that was
 * merged into another, is remembered and counts nowhere.
 */
public record CountedTicket(UUID id, @Nullable Desk desk, Reading reading) {
    /** A part of each sentence that says how something is counted. */
    public static final String LEFT_OUT = " Tickets written by machines and tickets merged into another do not count.";

    public static final String UNCLASSIFIED = "unclassified", UNROUTED = "unrouted";

    public static CountedTicket unheardOf(UUID id) {
        return new CountedTicket(id, null, Reading.NONE);
    }

    public CountedTicket evolve(TicketFact fact) {
        return switch (fact) {
            case DeskFact f -> new CountedTicket(id, Desk.evolve(desk, f), reading);
            case RoutingFact f -> new CountedTicket(id, desk, reading.evolve(f));
        };
    }

    public String theme() {
        return reading.theme() == null ? UNCLASSIFIED : reading.theme();
    }

    /** The team that has it; until it is assigned, the one it was routed to. */
    public String team() {
        if (desk != null && desk.team() != null) {
            return desk.team();
        }
        return reading.team() == null ? UNROUTED : reading.team();
    }

    /** When somebody first answered. */
    @Nullable
    Instant firstReplyAt() {
        return desk == null ? null : desk.firstReplyAt();
    }

    /** Each place in which this ticket counts one. */
    List<Cell> cells() {
        if (desk == null || !desk.counts()) {
            return List.of();
        }
        var where = new Dimensions(
                theme(),
                team(),
                desk.opened().channel(),
                desk.opened().plan(),
                desk.opened().history());
        var cells = new ArrayList<Cell>(4);
        for (var measure : Measure.values()) {
            for (var at : times(measure, desk)) {
                cells.add(new Cell(measure, Grain.QUARTER.floor(at), where));
            }
        }
        return cells;
    }

    /** Each tag counts the ticket where it was opened. */
    List<TagCell> tagCells() {
        if (desk == null || !desk.counts()) {
            return List.of();
        }
        var quarter = Grain.QUARTER.floor(desk.opened().at());
        return desk.tags().stream().map(tag -> new TagCell(tag, quarter)).toList();
    }

    private static List<Instant> times(Measure measure, Desk desk) {
        return switch (measure) {
            case OPENED -> List.of(desk.opened().at());
            case TAKEN -> oneOrNone(desk.takenAt());
            case ANSWERED -> oneOrNone(desk.firstReplyAt());
            case RESOLVED -> oneOrNone(desk.resolvedAt());
            case REOPENED -> desk.reopenings();
            case ESCALATED -> oneOrNone(desk.escalatedAt());
        };
    }

    private static List<Instant> oneOrNone(@Nullable Instant at) {
        return at == null ? List.of() : List.of(at);
    }

    /** What it adds to its team's queue; nothing once it is resolved. */
    Load load() {
        return desk != null && desk.counts() && desk.status().live()
                ? new Load(1, desk.assignee() == null ? 1 : 0, desk.status() == Status.PENDING ? 1 : 0)
                : Load.NONE;
    }
}
