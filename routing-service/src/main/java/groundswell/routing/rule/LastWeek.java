package groundswell.routing.rule;

import groundswell.journal.SqlFailure;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.routing.LanguageTeller;
import groundswell.routing.Rule;
import groundswell.routing.Rules;
import groundswell.routing.TicketFacts;
import groundswell.routing.TicketTexts;
import groundswell.routing.TicketTexts.Words;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Asks two versions of the rules for last week's tickets, side by side. Reads only. */
@Singleton
class LastWeek {
    private static final Duration WEEK = Duration.ofDays(7);

    /** The newest of a larger week: some seconds where texts have to be opened. */
    private static final int MOST = 5_000;

    private static final int EXAMPLES = 20;

    private record Seen(UUID id, long number, TicketFacts facts) {}

    private record Week(List<Seen> tickets, long of) {}

    private final DataSource database;
    private final TicketTexts texts;
    private final LanguageTeller languages;
    private final Clock clock;

    LastWeek(DataSource database, TicketTexts texts, LanguageTeller languages, Clock clock) {
        this.database = database;
        this.texts = texts;
        this.languages = languages;
        this.clock = clock;
    }

    Effect of(Rules before, Rules after) {
        var week = week(before.readText() || after.readText());
        var moves = new LinkedHashMap<List<String>, Integer>();
        var decides = new LinkedHashMap<String, int[]>();
        before.inOrder().forEach(rule -> decides.put(rule.id(), new int[2]));
        after.inOrder().forEach(rule -> decides.computeIfAbsent(rule.id(), _ -> new int[2]));
        var examples = new ArrayList<Effect.Example>();
        for (var ticket : week.tickets()) {
            var was = before.firstMatching(ticket.facts());
            var is = after.firstMatching(ticket.facts());
            was.ifPresent(rule -> count(rule, 0, decides));
            is.ifPresent(rule -> count(rule, 1, decides));
            if (team(was).equals(team(is))) continue;
            moves.merge(List.of(team(was), team(is)), 1, Integer::sum);
            if (examples.size() < EXAMPLES)
                examples.add(new Effect.Example(ticket.id(), "TKT-" + ticket.number(), team(was), team(is)));
        }
        return new Effect(
                week.tickets().size(),
                week.of(),
                moves.values().stream().mapToInt(Integer::intValue).sum(),
                ranked(moves),
                rules(decides, before, after),
                examples);
    }

    private static void count(Rule rule, int place, Map<String, int[]> decides) {
        var counts = decides.get(rule.id());
        if (counts != null) counts[place]++;
    }

    private static String team(Optional<Rule> rule) {
        return rule.map(Rule::team).orElse(Effect.BY_TEXT);
    }

    private static List<Effect.Move> ranked(Map<List<String>, Integer> moves) {
        return moves.entrySet().stream()
                .map(entry -> new Effect.Move(
                        entry.getKey().getFirst(), entry.getKey().getLast(), entry.getValue()))
                .sorted(Comparator.comparingInt(Effect.Move::tickets).reversed())
                .toList();
    }

    private static List<Effect.RuleEffect> rules(Map<String, int[]> decides, Rules before, Rules after) {
        var names = new LinkedHashMap<String, String>();
        before.inOrder().forEach(rule -> names.put(rule.id(), rule.name()));
        after.inOrder().forEach(rule -> names.put(rule.id(), rule.name()));
        return decides.entrySet().stream()
                .map(entry -> new Effect.RuleEffect(
                        entry.getKey(),
                        names.getOrDefault(entry.getKey(), entry.getKey()),
                        entry.getValue()[0],
                        entry.getValue()[1]))
                .toList();
    }

    /** Texts are opened once the connection is given back: a key may have to be fetched with another one. */
    private Week week(boolean withTexts) {
        var week = rows(clock.instant().minus(WEEK).atOffset(ZoneOffset.UTC));
        return withTexts ? new Week(week.tickets().stream().map(this::opened).toList(), week.of()) : week;
    }

    private Seen opened(Seen ticket) {
        var facts = ticket.facts();
        var text = text(ticket.id());
        var language = text.flatMap(languages::languageOf).orElse(null);
        return new Seen(
                ticket.id(),
                ticket.number(),
                new TicketFacts(
                        facts.channel(),
                        facts.account(),
                        facts.plan(),
                        facts.bigCustomer(),
                        facts.tags(),
                        facts.priority(),
                        facts.productArea(),
                        text.orElse(null),
                        language));
    }

    private Optional<String> text(UUID ticketId) {
        try {
            return texts.of(ticketId).map(Words::text);
        } catch (KeyNotYetKnown e) {
            return Optional.empty();
        }
    }

    private Week rows(OffsetDateTime since) {
        var sql = "select *, count(*) over () as of from routing_ticket where opened_at >= ?"
                + " order by opened_at desc, ticket_id limit ?";
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, since);
            query.setInt(2, MOST);
            long of = 0;
            var tickets = new ArrayList<Seen>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    of = row.getLong("of");
                    tickets.add(seen(row));
                }
            }
            return new Week(tickets, of);
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(
                row.getObject("ticket_id", UUID.class),
                row.getLong("number"),
                new TicketFacts(
                        row.getString("channel"),
                        row.getString("account_id"),
                        row.getString("plan"),
                        row.getBoolean("big_customer"),
                        Set.of((String[]) row.getArray("tags").getArray()),
                        row.getString("priority"),
                        row.getString("product_area"),
                        null,
                        null));
    }
}
