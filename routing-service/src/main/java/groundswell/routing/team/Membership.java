package groundswell.routing.team;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.journal.Outcome;
import groundswell.journal.SqlFailure;
import groundswell.journal.Submission;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.journal.inbox.OwnTransaction;
import groundswell.routing.DealingRules;
import groundswell.routing.Roster;
import groundswell.routing.Roster.Place;
import groundswell.routing.RosterInForce;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingState;
import groundswell.routing.Team;
import groundswell.routing.Teams;
import groundswell.routing.http.Refused;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Changes who belongs to which team, one change after the other: the rows and the events that tell of them are one
 * transaction, so the topic says what the table says.
 */
@Singleton
class Membership implements RosterInForce {
    private final DataSource database;
    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final Teams teams;
    private final Clock clock;

    Membership(
            DataSource database, Journal<RoutingEvent, RoutingState, RoutingEvent> journal, Teams teams, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.teams = teams;
        this.clock = clock;
    }

    /** Before and after one change. */
    record Change(Roster before, Roster after) {}

    @Override
    public Roster now() {
        return roster();
    }

    Roster roster() {
        try (var connection = database.getConnection()) {
            return new RosterTable(connection).read();
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    /** Tells of every team as it is; what the topic knows already is not told again. */
    void publish(Cause cause) {
        change(roster -> roster, teams.codes(), cause);
    }

    /**
     * Puts a person into a team.
     *
     * @param leaving the team that they leave for it: whoever belongs to another one stays there
     * @param wish what their place is to be, from what it is
     */
    Change put(UUID person, @Nullable String leaving, Function<Optional<Place>, Place> wish, Cause cause) {
        return change(
                roster -> {
                    var before = roster.of(person);
                    var next = wish.apply(before);
                    before.map(Place::team)
                            .filter(team -> !team.equals(next.team()) && !team.equals(leaving))
                            .ifPresent(team -> {
                                throw Refused.inAnotherTeam(team);
                            });
                    return roster.with(person, next);
                },
                cause);
    }

    /** @param wish may refuse by throwing; then nothing has happened */
    Change change(UnaryOperator<Roster> wish, Cause cause) {
        return change(wish, List.of(), cause);
    }

    private Change change(UnaryOperator<Roster> wish, Collection<String> alsoTell, Cause cause) {
        try {
            return OwnTransaction.run(database, transaction -> {
                var table = new RosterTable(transaction.connection());
                table.lock();
                var before = table.read();
                var after = wish.apply(before);
                table.write(before, after);
                var changed = before.changed(after);
                var dealing = table.dealing();
                var told = teams.all().stream()
                        .filter(team -> changed.contains(team.code()) || alsoTell.contains(team.code()))
                        .map(team -> defined(team, after, dealing, cause))
                        .toList();
                record(told, transaction);
                return new Change(before, after);
            });
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    Map<String, DealingRules> dealing() {
        try (var connection = database.getConnection()) {
            return new RosterTable(connection).dealing();
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    /** How the team's tickets come to its people from now on. */
    void deal(Team team, DealingRules rules, Cause cause) {
        try {
            OwnTransaction.run(database, transaction -> {
                var table = new RosterTable(transaction.connection());
                table.lock();
                table.write(team.code(), rules);
                record(List.of(defined(team, table.read(), Map.of(team.code(), rules), cause)), transaction);
                return rules;
            });
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    private void record(List<Submission<RoutingEvent>> told, InboxTransaction transaction) throws SQLException {
        for (var outcome : journal.handle(told, transaction)) {
            if (outcome instanceof Outcome.Refused<?>(var reason)) throw reason;
        }
    }

    private Submission<RoutingEvent> defined(Team team, Roster roster, Map<String, DealingRules> dealing, Cause cause) {
        var rules = dealing.getOrDefault(team.code(), DealingRules.USUAL);
        return Submission.of(team.stream(), team.defined(roster, rules, clock.instant()), cause);
    }
}
