package groundswell.routing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The teams of this installation. */
public record Teams(List<Team> all) {
    public Teams {
        all = List.copyOf(all);
    }

    public Optional<Team> team(String code) {
        return all.stream().filter(team -> team.code().equals(code)).findFirst();
    }

    /** Whether it names a team that is not one of ours: nobody there would see a ticket. */
    public boolean isElsewhere(@Nullable String code) {
        return code != null && team(code).isEmpty();
    }

    public List<String> codes() {
        return all.stream().map(Team::code).toList();
    }
}
