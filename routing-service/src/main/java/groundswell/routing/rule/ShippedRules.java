package groundswell.routing.rule;

import groundswell.routing.Condition;
import groundswell.routing.Rule;
import groundswell.routing.Rules;
import groundswell.routing.Teams;
import groundswell.routing.setup.Shipped;
import groundswell.routing.setup.ShippedVersion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;

/** The rules: those shipped until somebody changes them. A rule that could send a ticket nowhere stops the start. */
public class ShippedRules {
    record RulesFile(int version, List<Rule> rules) {}

    @Produces
    @Singleton
    Rules rules(Shipped shipped, Teams teams) {
        var file = shipped.read("rules.yaml", RulesFile.class);
        file.rules().forEach(rule -> check(rule, teams));
        return QuarkusTransaction.requiringNew().call(() -> {
            if (ShippedVersion.of("rules") < file.version()) {
                RuleRow.deleteAll();
                IntStream.range(0, file.rules().size())
                        .mapToObj(i -> new RuleRow(i, file.rules().get(i)))
                        .forEach(row -> row.persist());
                ShippedVersion.store("rules", file.version());
            }
            return new Rules(ShippedVersion.of("rules"), RuleRow.inOrder());
        });
    }

    private static void check(Rule rule, Teams teams) {
        if (teams.team(rule.team()).isEmpty())
            throw new IllegalStateException("Rule " + rule.id() + " names no team: " + rule.team());
        if (rule.when().equals(Condition.ANY))
            throw new IllegalStateException("Rule " + rule.id() + " asks for nothing and would take every ticket");
    }
}
