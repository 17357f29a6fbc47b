package groundswell.insights.discovery;

import groundswell.insights.CountedTicket;
import groundswell.insights.Names;
import groundswell.insights.Opening;
import groundswell.insights.discovery.DiscoveriesResource.Said;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the tickets of a discovery begin, the most typical first. */
@Singleton
public class TypicalTickets {
    private static final int ENOUGH = 20;

    private final Discoveries discoveries;
    private final Opening.Source openings;

    TypicalTickets(Discoveries discoveries, Opening.Source openings) {
        this.discoveries = discoveries;
        this.openings = openings;
    }

    /** Code of the team that most of its typical tickets are with; empty where none has one. */
    String team(UUID discovery) {
        return openings.open(discoveries.tickets(discovery, ENOUGH)).stream()
                .map(Opening::team)
                .filter(team -> !team.equals(CountedTicket.UNROUTED))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    List<Said> of(UUID discovery, int most, Names called) {
        return of(discoveries.tickets(discovery, most), called);
    }

    /** In the order asked for; none of erased customers. */
    List<Said> of(List<UUID> tickets, Names called) {
        return openings.open(tickets).stream()
                .map(opening -> new Said(
                        opening.ticketId(),
                        "TKT-" + opening.number(),
                        called.theme(opening.theme()),
                        called.team(opening.team()),
                        opening.at(),
                        opening.text(),
                        "/tickets/" + opening.ticketId()))
                .toList();
    }
}
