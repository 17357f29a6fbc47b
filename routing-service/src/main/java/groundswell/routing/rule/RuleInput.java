package groundswell.routing.rule;

import groundswell.language.Languages;
import groundswell.routing.Condition;
import groundswell.routing.Rule;
import groundswell.routing.Teams;
import groundswell.routing.http.OneLine;
import groundswell.routing.http.Refused;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A rule as it is sent.
 *
 * @param id what decisions name it by; never shown as its name
 * @param when every part must hold, one left out always does; one of the values listed in a part is enough
 */
public record RuleInput(
        @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 64)
        String id,

        @NotNull @OneLine @Size(max = 120) String name,
        @NotNull Condition when,
        @NotNull String team) {
    /** More rules than that nobody can oversee. */
    static final int MOST = 200;

    private static final int MOST_VALUES = 50;
    private static final int LONGEST_VALUE = 100;

    /** The rules, or a refusal that names the first field that is wrong. */
    static List<Rule> rules(List<RuleInput> items, Teams teams) {
        var ids = new HashSet<String>();
        for (int i = 0; i < items.size(); i++) {
            var field = "items[" + i + "]";
            var rule = items.get(i);
            if (!ids.add(rule.id())) throw Refused.field(field + ".id", "is another rule's too");
            if (teams.team(rule.team()).isEmpty())
                throw Refused.field(field + ".team", "must be one of " + String.join(", ", teams.codes()));
            check(rule.when(), field + ".when");
        }
        return items.stream()
                .map(rule -> new Rule(rule.id(), rule.name().strip(), rule.when(), rule.team()))
                .toList();
    }

    private static void check(Condition when, String field) {
        if (when.equals(Condition.ANY))
            throw Refused.field(field, "must ask for something: it would take every ticket");
        var parts = Stream.of(
                when.channels(),
                when.accounts(),
                when.plans(),
                when.tags(),
                when.priorities(),
                when.productAreas(),
                when.words());
        if (parts.anyMatch(
                values -> values.size() > MOST_VALUES || values.stream().anyMatch(RuleInput::unusable)))
            throw Refused.field(
                    field, "takes up to %d values a part, of 1 to %d characters".formatted(MOST_VALUES, LONGEST_VALUE));
        if (when.words().stream().anyMatch(word -> word.codePoints().noneMatch(Character::isLetterOrDigit)))
            throw Refused.field(field + ".words", "must have letters or digits: nothing else is compared");
        var known = Set.copyOf(Languages.codes());
        if (!known.containsAll(when.languages()))
            throw Refused.field(field + ".languages", "must be of " + String.join(", ", Languages.codes()));
    }

    private static boolean unusable(String value) {
        return value.isBlank() || value.length() > LONGEST_VALUE;
    }
}
