package groundswell.routing.rule;

import groundswell.routing.Condition;
import groundswell.routing.Rule;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A rule as people read and edit it; {@code place} is its order. */
@Entity
@Table(name = "rule")
public class RuleRow extends PanacheEntityBase {
    @Id
    public String id;

    public int place;
    public String name;

    @JdbcTypeCode(SqlTypes.JSON)
    public Condition condition;

    public String team;

    @SuppressWarnings("NullAway.Init")
    protected RuleRow() {}

    RuleRow(int place, Rule rule) {
        this.place = place;
        this.id = rule.id();
        this.name = rule.name();
        this.condition = rule.when();
        this.team = rule.team();
    }

    static List<Rule> inOrder() {
        return RuleRow.<RuleRow>listAll(Sort.by("place")).stream()
                .map(row -> new Rule(row.id, row.name, row.condition, row.team))
                .toList();
    }
}
