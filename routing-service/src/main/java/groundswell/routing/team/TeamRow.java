package groundswell.routing.team;

import groundswell.routing.Team;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** A team as people read and edit it. */
@Entity
@Table(name = "team")
public class TeamRow extends PanacheEntityBase {
    @Id
    public String code;

    public int place;
    public String name;
    public String description;

    @SuppressWarnings("NullAway.Init")
    protected TeamRow() {}

    TeamRow(int place, Team team) {
        this.place = place;
        this.code = team.code();
        this.name = team.name();
        this.description = team.description();
    }

    static List<Team> inOrder() {
        return TeamRow.<TeamRow>listAll(Sort.by("place")).stream()
                .map(TeamRow::team)
                .toList();
    }

    Team team() {
        return new Team(code, name, description);
    }
}
