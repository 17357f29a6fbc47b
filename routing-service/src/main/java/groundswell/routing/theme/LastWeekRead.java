package groundswell.routing.theme;

import groundswell.routing.Moves;
import groundswell.routing.Reading;
import groundswell.routing.RecentTickets;
import groundswell.routing.Taxonomy;
import groundswell.routing.TextReader;
import groundswell.routing.TextReaders;
import groundswell.routing.TicketTexts;
import groundswell.routing.setup.RoutingConfig;
import jakarta.inject.Singleton;

/** Reads last week's tickets again, with what reads now and with what would. Keeps nothing. */
@Singleton
class LastWeekRead {
    /** Some ten seconds of one core, twice. */
    private static final int MOST = 400;

    private final RecentTickets tickets;
    private final TicketTexts texts;
    private final TextReader present;
    private final TextReaders readers;
    private final RoutingConfig config;

    LastWeekRead(
            RecentTickets tickets, TicketTexts texts, TextReader present, TextReaders readers, RoutingConfig config) {
        this.tickets = tickets;
        this.texts = texts;
        this.present = present;
        this.readers = readers;
        this.config = config;
    }

    ThemeEffect of(Taxonomy next) {
        var other = readers.learning(next);
        var week = tickets.newest(MOST);
        var moves = new Moves();
        int read = 0;
        int otherTeam = 0;
        int toTriage = 0;
        for (var ticket : week.newest()) {
            var text = texts.readable(ticket.id());
            var now = text.flatMap(present::read);
            var then = text.flatMap(other::read);
            if (now.isEmpty() || then.isEmpty()) continue;
            read++;
            otherTeam += now.get().best().team().equals(then.get().best().team()) ? 0 : 1;
            toTriage += triage(then.get()) - triage(now.get());
            moves.add(ticket, now.get().theme(), then.get().theme());
        }
        return new ThemeEffect(read, week.of(), moves.total(), otherTeam, toTriage, moves.ranked(), moves.examples());
    }

    private int triage(Reading reading) {
        return reading.best().probability() < config.floor() ? 1 : 0;
    }
}
