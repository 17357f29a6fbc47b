package groundswell.routing;

import java.util.List;
import java.util.Optional;

/** The teams of this installation. */
public record Teams(List<Team> all) {
    public Teams {
        all = List.copyOf(all);
    }

    public Optional<Team> team(String code) {
        return all.stream().filter(team -> team.code().equals(code)).findFirst();
    }

    public List<String> codes() {
        return all.stream().map(Team::code).toList();
    }
}
