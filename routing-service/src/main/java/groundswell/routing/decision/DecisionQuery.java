package groundswell.routing.decision;

import groundswell.journal.Journal;
import groundswell.journal.Recorded;
import groundswell.journal.SqlFailure;
import groundswell.routing.Decision;
import groundswell.routing.Edition;
import groundswell.routing.Explanation;
import groundswell.routing.LearningEvent;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingEvent.TicketClassified;
import groundswell.routing.RoutingEvent.TicketHandedOn;
import groundswell.routing.RoutingEvent.TicketRouted;
import groundswell.routing.RoutingEvent.TicketWentStale;
import groundswell.routing.RoutingState;
import groundswell.routing.TargetEvent;
import groundswell.routing.TaxonomyBook;
import groundswell.routing.TeamEvent;
import groundswell.routing.Theme;
import groundswell.routing.decision.DecisionView.Earlier;
import groundswell.routing.decision.DecisionView.ExampleView;
import groundswell.routing.decision.DecisionView.ThemeGuess;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Why is this ticket where it is? Told from the journal itself, so it is never behind. */
@Singleton
class DecisionQuery {
    /** Begins the name of an example that is a ticket. */
    private static final String TICKET = "ticket:";

    private final DataSource database;
    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final Explanation explanation;
    private final TaxonomyBook taxonomy;

    DecisionQuery(
            DataSource database,
            Journal<RoutingEvent, RoutingState, RoutingEvent> journal,
            Explanation explanation,
            TaxonomyBook taxonomy) {
        this.database = database;
        this.journal = journal;
        this.explanation = explanation;
        this.taxonomy = taxonomy;
    }

    Optional<DecisionView> of(UUID ticketId) {
        var number = number(ticketId);
        if (number.isEmpty()) return Optional.empty();
        var decisions = new ArrayList<TicketRouted>();
        TicketClassified classified = null;
        for (var recorded : journal.read(ticketId.toString())) {
            switch (recorded.event()) {
                case TicketRouted e -> decisions.addFirst(e);
                case TicketClassified e -> classified = e;
                case TicketHandedOn _ -> {}
                case TicketWentStale _, TargetEvent _, TeamEvent _, LearningEvent _, Edition _ ->
                    throw unexpected(recorded);
            }
        }
        var called = "TKT-" + number.getAsLong();
        return Optional.of(
                decisions.isEmpty() ? unread(ticketId, called, classified) : view(called, decisions, classified));
    }

    private DecisionView view(String number, List<TicketRouted> decisions, @Nullable TicketClassified classified) {
        var e = decisions.getFirst();
        var decision = Decision.recorded(e);
        return new DecisionView(
                e.ticketId(),
                number,
                e.lane().toString(),
                e.team(),
                e.bestTeam(),
                e.confidence(),
                e.decidedBy(),
                explanation.why(decision),
                explanation.wouldChange(decision),
                e.rule(),
                e.rulesVersion(),
                e.model(),
                theme(classified),
                e.examples().stream().map(this::example).toList(),
                e.alternatives(),
                e.at(),
                decisions.stream().skip(1).map(this::earlier).toList());
    }

    private DecisionView unread(UUID ticketId, String number, @Nullable TicketClassified classified) {
        return new DecisionView(
                ticketId,
                number,
                "reading",
                null,
                null,
                null,
                null,
                "No rule matched; its text is waiting to be read.",
                List.of(),
                null,
                null,
                null,
                theme(classified),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    private Earlier earlier(TicketRouted e) {
        return new Earlier(e.lane(), e.team(), e.decidedBy(), explanation.why(Decision.recorded(e)), e.at());
    }

    private ExampleView example(RoutingEvent.Example example) {
        var ticket = example.phrase().startsWith(TICKET)
                ? UUID.fromString(example.phrase().substring(TICKET.length()))
                : null;
        var text = ticket == null ? taxonomy.now().phrasing(example.phrase()).orElse("") : null;
        return new ExampleView(name(example.theme()), example.phrase(), text, ticket, example.similarity());
    }

    private @Nullable ThemeGuess theme(@Nullable TicketClassified e) {
        return e == null
                ? null
                : new ThemeGuess(
                        e.theme(),
                        name(e.theme()),
                        e.confidence(),
                        e.secondary().stream().map(this::name).toList(),
                        e.model());
    }

    private String name(String theme) {
        return taxonomy.now().theme(theme).map(Theme::name).orElse(theme);
    }

    private OptionalLong number(UUID ticketId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select number from routing_ticket where ticket_id = ?")) {
            query.setObject(1, ticketId);
            try (var row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    private static IllegalStateException unexpected(Recorded<RoutingEvent> recorded) {
        return new IllegalStateException("A ticket's stream holds a "
                + recorded.event().getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }
}
