package groundswell.routing.rule;

import groundswell.routing.LanguageTeller;
import groundswell.routing.Moves;
import groundswell.routing.RecentTickets;
import groundswell.routing.Rule;
import groundswell.routing.Rules;
import groundswell.routing.TicketFacts;
import groundswell.routing.TicketTexts;
import groundswell.routing.rule.Effect.OfText;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks two versions of the rules for last week's tickets, side by side. Reads only. */
@Singleton
class LastWeek {
    /** The newest of a larger week: some seconds where texts have to be opened. */
    private static final int MOST = 5_000;

    private final RecentTickets tickets;
    private final TicketTexts texts;
    private final LanguageTeller languages;

    LastWeek(RecentTickets tickets, TicketTexts texts, LanguageTeller languages) {
        this.tickets = tickets;
        this.texts = texts;
        this.languages = languages;
    }

    /** @param text to try them on, besides */
    Effect of(Rules before, Rules after, @Nullable String text) {
        boolean withTexts = before.readText() || after.readText();
        var week = tickets.newest(MOST);
        var moves = new Moves();
        var was = new LinkedHashMap<String, Integer>();
        var would = new LinkedHashMap<String, Integer>();
        for (var ticket : week.newest()) {
            var facts = withTexts ? read(ticket) : ticket.facts();
            var now = before.firstMatching(facts);
            var then = after.firstMatching(facts);
            now.ifPresent(rule -> was.merge(rule.id(), 1, Integer::sum));
            then.ifPresent(rule -> would.merge(rule.id(), 1, Integer::sum));
            moves.add(ticket, team(now), team(then));
        }
        var names = new LinkedHashMap<String, String>();
        before.inOrder().forEach(rule -> names.put(rule.id(), rule.name()));
        after.inOrder().forEach(rule -> names.put(rule.id(), rule.name()));
        return new Effect(
                week.newest().size(),
                week.of(),
                moves.total(),
                moves.ranked(),
                names.entrySet().stream()
                        .map(rule -> new Effect.RuleEffect(
                                rule.getKey(), rule.getValue(), count(rule, was), count(rule, would)))
                        .toList(),
                moves.examples(),
                text == null || text.isBlank() ? null : ofText(text, before, after));
    }

    private OfText ofText(String text, Rules before, Rules after) {
        var facts = TicketFacts.ofText(text, languages.languageOf(text).orElse(null));
        return new OfText(
                before.firstMatching(facts).map(Rule::name).orElse(null),
                after.firstMatching(facts).map(Rule::name).orElse(null));
    }

    private TicketFacts read(RecentTickets.Ticket ticket) {
        var text = texts.readable(ticket.id());
        return ticket.facts()
                .reading(text.orElse(null), text.flatMap(languages::languageOf).orElse(null));
    }

    private static int count(Map.Entry<String, String> rule, Map<String, Integer> decided) {
        return decided.getOrDefault(rule.getKey(), 0);
    }

    private static String team(Optional<Rule> rule) {
        return rule.map(Rule::team).orElse(Effect.BY_TEXT);
    }
}
