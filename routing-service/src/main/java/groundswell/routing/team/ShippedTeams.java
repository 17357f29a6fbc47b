package groundswell.routing.team;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.journal.Submission;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingEvent.Member;
import groundswell.routing.RoutingState;
import groundswell.routing.Team;
import groundswell.routing.Teams;
import groundswell.routing.setup.Shipped;
import groundswell.routing.setup.ShippedVersion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The teams: those shipped until somebody changes them. Whoever reads the topic is told of each. */
public class ShippedTeams {
    record TeamsFile(int version, List<Entry> teams) {
        record Entry(
                String code,
                String name,
                String description,
                int targetMinutes,
                @Nullable List<Member> members) {
            Team team() {
                return new Team(
                        code,
                        name,
                        description,
                        Duration.ofMinutes(targetMinutes),
                        members == null ? List.of() : members);
            }
        }
    }

    @Produces
    @Singleton
    Teams teams(Shipped shipped) {
        var file = shipped.read("teams.yaml", TeamsFile.class);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (ShippedVersion.of("teams") < file.version()) {
                IntStream.range(0, file.teams().size())
                        .mapToObj(i -> new TeamRow(i, file.teams().get(i).team()))
                        .forEach(TeamRow.getEntityManager()::merge);
                ShippedVersion.store("teams", file.version());
            }
            return new Teams(TeamRow.inOrder());
        });
    }

    /** Once the journal runs. */
    void publish(
            @Observes @Priority(300) StartupEvent event,
            Teams teams,
            Journal<RoutingEvent, RoutingState, RoutingEvent> journal,
            Clock clock) {
        for (var team : teams.all()) {
            journal.handle(Submission.of(
                    team.stream(), team.defined(clock.instant()), Cause.of("system:routing-service", team.stream())));
        }
    }
}
