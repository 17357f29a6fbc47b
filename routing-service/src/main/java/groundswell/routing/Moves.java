package groundswell.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tickets that a change would have sent elsewhere, counted by where from and where to. */
public final class Moves {
    private static final int EXAMPLES = 20;

    /** From and to are codes, of teams or of themes. */
    public record Move(String from, String to, int tickets) {}

    /** One ticket that would have gone elsewhere. */
    public record Example(UUID ticketId, String number, String from, String to) {}

    private record Way(String from, String to) {}

    private final Map<Way, Integer> counts = new LinkedHashMap<>();
    private final List<Example> examples = new ArrayList<>();

    /** Nothing happens where it would have stayed. */
    public void add(RecentTickets.Ticket ticket, String from, String to) {
        if (from.equals(to)) return;
        counts.merge(new Way(from, to), 1, Integer::sum);
        if (examples.size() < EXAMPLES) examples.add(new Example(ticket.id(), "TKT-" + ticket.number(), from, to));
    }

    /** How many would have gone elsewhere. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The most frequent first. */
    public List<Move> ranked() {
        return counts.entrySet().stream()
                .map(entry -> new Move(entry.getKey().from(), entry.getKey().to(), entry.getValue()))
                .sorted(Comparator.comparingInt(Move::tickets).reversed())
                .toList();
    }

    /** The first ones that were added. */
    public List<Example> examples() {
        return List.copyOf(examples);
    }
}
