package groundswell.insights.discovery;

import groundswell.insights.Names;
import groundswell.insights.Opening;
import groundswell.insights.discovery.DiscoveriesResource.Said;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** How the tickets of a discovery begin, the most typical first. */
@Singleton
public class TypicalTickets {
    private final Discoveries discoveries;
    private final Opening.Source openings;

    TypicalTickets(Discoveries discoveries, Opening.Source openings) {
        this.discoveries = discoveries;
        this.openings = openings;
    }

    List<Said> of(UUID discovery, int most, Names called) {
        return openings.open(discoveries.tickets(discovery, most)).stream()
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
