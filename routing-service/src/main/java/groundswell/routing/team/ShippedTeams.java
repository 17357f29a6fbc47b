package groundswell.routing.team;

import groundswell.journal.Cause;
import groundswell.routing.Team;
import groundswell.routing.TeamEvent.Member;
import groundswell.routing.Teams;
import groundswell.routing.setup.Shipped;
import groundswell.routing.setup.ShippedVersion;
import groundswell.routing.team.ShippedTeams.TeamsFile.Entry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The teams: those shipped until somebody changes them. Whoever reads the topic is told of each. */
public class ShippedTeams {
    record TeamsFile(int version, List<Entry> teams) {
        /** A person in two teams stops the start. */
        void oneTeamEach() {
            var seen = new HashSet<UUID>();
            for (var entry : teams) {
                for (var member : entry.people()) {
                    if (!seen.add(member.id()))
                        throw new IllegalStateException("teams.yaml has " + member.id() + " in two teams");
                }
            }
        }

        record Entry(
                String code,
                String name,
                String description,
                @Nullable List<Member> members) {
            List<Member> people() {
                return members == null ? List.of() : members;
            }

            Team team() {
                return new Team(code, name, description);
            }
        }
    }

    @Produces
    @Singleton
    Teams teams(Shipped shipped) {
        var file = shipped.read("teams.yaml", TeamsFile.class);
        file.oneTeamEach();
        return QuarkusTransaction.requiringNew().call(() -> {
            if (ShippedVersion.of("teams") < file.version()) {
                IntStream.range(0, file.teams().size())
                        .mapToObj(i -> new TeamRow(i, file.teams().get(i).team()))
                        .forEach(TeamRow.getEntityManager()::merge);
                TeamRow.flush();
                file.teams().forEach(ShippedTeams::addMembers);
                ShippedVersion.store("teams", file.version());
            }
            return new Teams(TeamRow.inOrder());
        });
    }

    /** Whoever has a team already stays there. */
    private static void addMembers(Entry entry) {
        for (var member : entry.people()) {
            TeamRow.getEntityManager()
                    .createNativeQuery(
                            "insert into team_member (person_id, team, time_zone, hours, capacity, skills)"
                                    + " values (:person, :team, :zone, cast(:hours as jsonb), :capacity, :skills) on conflict do nothing")
                    .setParameter("person", member.id())
                    .setParameter("team", entry.code())
                    .setParameter("zone", member.timeZone())
                    .setParameter("hours", Hours.write(member.hours()))
                    .setParameter("capacity", member.capacity())
                    .setParameter("skills", member.skills().toArray(String[]::new))
                    .executeUpdate();
        }
    }

    /** Once the journal runs. */
    void publish(@Observes @Priority(300) StartupEvent event, Membership membership) {
        membership.publish(Cause.of("system:routing-service", "teams"));
    }
}
