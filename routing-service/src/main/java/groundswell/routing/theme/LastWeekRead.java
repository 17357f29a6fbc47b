package groundswell.routing.theme;

import groundswell.journal.SqlFailure;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.routing.Reading;
import groundswell.routing.Taxonomy;
import groundswell.routing.TextReader;
import groundswell.routing.TextReaders;
import groundswell.routing.TicketTexts;
import groundswell.routing.TicketTexts.Words;
import groundswell.routing.setup.RoutingConfig;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads last week's tickets again, with what reads now and with what would. Keeps nothing. */
@Singleton
class LastWeekRead {
    private static final Duration WEEK = Duration.ofDays(7);

    /** Some ten seconds of one core, twice. */
    private static final int MOST = 400;

    private static final int EXAMPLES = 20;

    private record Seen(UUID id, long number) {}

    private final DataSource database;
    private final TicketTexts texts;
    private final TextReader present;
    private final TextReaders readers;
    private final RoutingConfig config;
    private final Clock clock;

    LastWeekRead(
            DataSource database,
            TicketTexts texts,
            TextReader present,
            TextReaders readers,
            RoutingConfig config,
            Clock clock) {
        this.database = database;
        this.texts = texts;
        this.present = present;
        this.readers = readers;
        this.config = config;
        this.clock = clock;
    }

    ThemeEffect of(Taxonomy next) {
        var other = readers.learning(next);
        long of = count();
        var moves = new LinkedHashMap<List<String>, Integer>();
        var examples = new ArrayList<ThemeEffect.Example>();
        int tickets = 0;
        int otherTeam = 0;
        int toTriage = 0;
        for (var ticket : newest()) {
            var text = text(ticket.id());
            var was = text.flatMap(present::read);
            var is = text.flatMap(other::read);
            if (was.isEmpty() || is.isEmpty()) continue;
            tickets++;
            if (!was.get().best().team().equals(is.get().best().team())) otherTeam++;
            toTriage += triage(is.get()) - triage(was.get());
            if (was.get().theme().equals(is.get().theme())) continue;
            moves.merge(List.of(was.get().theme(), is.get().theme()), 1, Integer::sum);
            if (examples.size() < EXAMPLES)
                examples.add(new ThemeEffect.Example(
                        ticket.id(),
                        "TKT-" + ticket.number(),
                        was.get().theme(),
                        is.get().theme()));
        }
        return new ThemeEffect(
                tickets,
                of,
                moves.values().stream().mapToInt(Integer::intValue).sum(),
                otherTeam,
                toTriage,
                moves.entrySet().stream()
                        .map(entry -> new ThemeEffect.Move(
                                entry.getKey().getFirst(), entry.getKey().getLast(), entry.getValue()))
                        .sorted(Comparator.comparingInt(ThemeEffect.Move::tickets)
                                .reversed())
                        .toList(),
                examples);
    }

    private int triage(Reading reading) {
        return reading.best().probability() < config.floor() ? 1 : 0;
    }

    private Optional<String> text(UUID ticketId) {
        try {
            return texts.of(ticketId).map(Words::text);
        } catch (KeyNotYetKnown e) {
            return Optional.empty();
        }
    }

    private long count() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select count(*) from routing_ticket where opened_at >= ?")) {
            query.setObject(1, clock.instant().minus(WEEK).atOffset(ZoneOffset.UTC));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    private List<Seen> newest() {
        var sql = "select ticket_id, number from routing_ticket where opened_at >= ?"
                + " order by opened_at desc, ticket_id limit ?";
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, clock.instant().minus(WEEK).atOffset(ZoneOffset.UTC));
            query.setInt(2, MOST);
            var tickets = new ArrayList<Seen>();
            try (var row = query.executeQuery()) {
                while (row.next()) tickets.add(new Seen(row.getObject(1, UUID.class), row.getLong(2)));
            }
            return tickets;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
