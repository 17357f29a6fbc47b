package groundswell.routing;

import groundswell.routing.RoutingEvent.DecidedBy;
import groundswell.routing.RoutingEvent.Example;
import groundswell.routing.RoutingEvent.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A decision in plain words: what decided, and what would have changed it. Pure; codes come in, sentences go out. */
public record Explanation(RuleBook rules, TaxonomyBook taxonomy, Teams teams) {
    public String why(Decision decision) {
        return switch (decision.decidedBy()) {
            case RULE -> byRule(decision);
            case MODEL -> byText(decision);
            case AGENT ->
                decision.lane() == Lane.TEAM
                        ? "An agent moved it to %s%s.".formatted(name(decision.team()), reason(decision.reason()))
                        : "An agent took it from its team and named no other. A person decides.";
            case NONE -> "No rule matched, and there is no text to read. A person decides.";
        };
    }

    private String byRule(Decision decision) {
        return "Rule “%s” (version %d) matched and sends it to %s."
                .formatted(ruleName(decision.rule(), decision), decision.rulesVersion(), name(decision.team()));
    }

    private String byText(Decision decision) {
        var likely = "%s with %s".formatted(name(decision.bestTeam()), percent(decision.confidence()));
        return decision.lane() == Lane.TEAM
                ? "No rule matched. Its text reads like %s%s: %s, which is clear enough."
                        .formatted(themes(decision.examples()), words(decision.words()), likely)
                : "No rule matched, and its text is not clear enough: %s is likeliest, which is a guess. A person decides."
                        .formatted(likely);
    }

    /** What would have changed it, one sentence per code. */
    public List<String> wouldChange(Decision decision) {
        return decision.wouldChange().stream()
                .map(code -> sentence(code, decision))
                .toList();
    }

    private String sentence(String code, Decision decision) {
        var colon = code.indexOf(':');
        var kind = colon < 0 ? code : code.substring(0, colon);
        var rest = code.substring(colon + 1);
        return switch (kind) {
            case "rule" -> ifRule(rest, decision);
            case "without" ->
                "Without rule “%s”, a later rule or its text would have decided.".formatted(ruleName(rest, decision));
            case "confidence" ->
                decision.lane() == Lane.TEAM
                        ? "Below %s it would have waited in triage.".formatted(percent(Double.parseDouble(rest)))
                        : "At %s or more it would have gone to %s by itself."
                                .formatted(percent(Double.parseDouble(rest)), name(decision.bestTeam()));
            case "text" -> "With a text that may be read, it could have been clear.";
            default -> code;
        };
    }

    private String ifRule(String id, Decision decision) {
        return rulesOf(decision).inOrder().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(rule -> "%s%s, it would have gone to %s by rule “%s”."
                        .formatted(
                                decision.decidedBy() == DecidedBy.RULE ? "Had it also been " : "Had it been ",
                                words(rule.when()),
                                name(rule.team()),
                                rule.name()))
                .orElse("Had rule “%s” matched, it would have gone elsewhere.".formatted(id));
    }

    /** A condition as the end of "had it been …". */
    public static String words(Condition when) {
        var parts = new ArrayList<String>();
        if (Boolean.TRUE.equals(when.bigCustomer())) parts.add("from a big customer");
        if (Boolean.FALSE.equals(when.bigCustomer())) parts.add("from another than a big customer");
        if (!when.channels().isEmpty()) parts.add("sent by " + oneOf(when.channels()));
        if (!when.tags().isEmpty()) parts.add("tagged " + oneOf(when.tags()));
        if (!when.accounts().isEmpty()) parts.add("from account " + oneOf(when.accounts()));
        if (!when.plans().isEmpty()) parts.add("on plan " + oneOf(when.plans()));
        if (!when.priorities().isEmpty()) parts.add("of priority " + oneOf(when.priorities()));
        if (!when.productAreas().isEmpty()) parts.add("about " + oneOf(when.productAreas()));
        if (!when.words().isEmpty()) parts.add("worded with " + oneOf(when.words()));
        if (!when.languages().isEmpty()) parts.add("written in " + oneOf(when.languages()));
        return String.join(" and ", parts);
    }

    private static String oneOf(Set<String> values) {
        return values.stream().sorted().collect(Collectors.joining(" or "));
    }

    private String themes(List<Example> examples) {
        var names = examples.stream()
                .map(Example::theme)
                .distinct()
                .map(code -> "“" + taxonomy.now().theme(code).map(Theme::name).orElse(code) + "”")
                .toList();
        return names.isEmpty() ? "its themes" : String.join(" and ", names.subList(0, Math.min(2, names.size())));
    }

    private static String words(List<String> words) {
        return words.isEmpty()
                ? ""
                : " by " + words.stream().map(word -> "“" + word + "”").collect(Collectors.joining(", "));
    }

    private Rules rulesOf(Decision decision) {
        return decision.rulesVersion() == null ? rules.now() : rules.at(decision.rulesVersion());
    }

    private String ruleName(@Nullable String id, Decision decision) {
        return rulesOf(decision).inOrder().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(Rule::name)
                .orElse(String.valueOf(id));
    }

    private String name(@Nullable String team) {
        return team == null ? "no team" : teams.team(team).map(Team::name).orElse(team);
    }

    private static String reason(@Nullable String code) {
        return code == null ? "" : ": " + code.replace('_', ' ');
    }

    private static String percent(double probability) {
        if (probability > 0.99 && probability < 1) return "over 99 %";
        return Math.round(probability * 100) + " %";
    }
}
