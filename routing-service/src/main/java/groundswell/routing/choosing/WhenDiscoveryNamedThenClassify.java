package groundswell.routing.choosing;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.journal.JournalRefused;
import groundswell.journal.Outcome;
import groundswell.journal.Submission;
import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.routing.Label;
import groundswell.routing.Labels;
import groundswell.routing.LearningEvent.Verdict;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingEvent.TicketClassified;
import groundswell.routing.RoutingState;
import groundswell.routing.TaxonomyBook;
import groundswell.routing.TaxonomyBook.Adopting;
import groundswell.routing.TaxonomyBook.Adoption;
import groundswell.routing.Theme;
import groundswell.routing.choosing.InsightsNews.ThemeAdopted;
import groundswell.routing.choosing.TicketTable.Known;
import groundswell.routing.choosing.WhenDiscoveryNamedThenClassify.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Policy: when somebody in insights-service has said what a group of tickets is about, the theme is one of the taxonomy, its
 * tickets are classified, and the most typical of them teach it. All of it is one transaction, so that the first model of the
 * new taxonomy finds these labels; it waits up to a minute for them to be encoded.
 */
@Singleton
public class WhenDiscoveryNamedThenClassify implements BatchPolicy<List<Named>> {
    /** As many lessons as a theme needs; a large group says the same over and over, and would outweigh the others. */
    private static final int LESSONS = 50;

    record Named(InsightsNews news, Cause cause) {}

    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final TaxonomyBook taxonomy;
    private final Labels labels;
    private final Clock clock;

    WhenDiscoveryNamedThenClassify(
            Journal<RoutingEvent, RoutingState, RoutingEvent> journal,
            TaxonomyBook taxonomy,
            Labels labels,
            Clock clock) {
        this.journal = journal;
        this.taxonomy = taxonomy;
        this.labels = labels;
        this.clock = clock;
    }

    @Override
    public List<Named> prepare(List<Delivery> batch) {
        return batch.stream()
                .filter(delivery -> InsightsNews.FORMAT.knows(delivery.type()))
                .map(delivery -> new Named(
                        InsightsNews.FORMAT.read(delivery.type(), delivery.data()),
                        new Cause(
                                delivery.cause().actor(),
                                delivery.cause().correlationId(),
                                delivery.eventId().toString(),
                                delivery.cause().traceparent())))
                .toList();
    }

    /** Rows before slots, and the slots of all events at once. */
    @Override
    public void apply(List<Named> batch, InboxTransaction transaction) throws SQLException {
        if (batch.isEmpty()) return;
        var table = new TicketTable(transaction.connection());
        var tickets = new LinkedHashSet<UUID>();
        batch.forEach(one -> tickets.addAll(one.news().tickets()));
        var ours = table.lock(tickets).keySet();
        var known = table.themes(ours);
        var adopting = adopting(batch, transaction);
        var submissions = new ArrayList<>(adopting.submissions());
        var classified = new LinkedHashMap<UUID, TicketClassified>();
        var taught = new ArrayList<Label>();
        for (var one : batch) {
            var theme = adopting.taxonomy().theme(one.news().theme()).orElse(null);
            if (theme == null) continue; // it was split since: nobody has said which part they are
            var members = one.news().tickets().stream().filter(ours::contains).toList();
            for (var ticket : members) {
                var event = classified(ticket, theme, known.get(ticket));
                if (event == null || classified.putIfAbsent(ticket, event) != null) continue;
                submissions.add(Submission.of(ticket.toString(), event, one.cause()));
            }
            members.stream()
                    .limit(LESSONS)
                    .map(ticket -> label(ticket, theme, one))
                    .forEach(taught::add);
        }
        for (var outcome : journal.handle(submissions, transaction)) {
            if (outcome instanceof Outcome.Refused<?>(var reason)) throw passing(reason);
        }
        table.classified(classified.values());
        labels.add(taught, transaction);
    }

    private Adopting adopting(List<Named> batch, InboxTransaction transaction) throws SQLException {
        var adoptions = batch.stream()
                .filter(one -> one.news() instanceof ThemeAdopted)
                .map(one -> new Adoption(((ThemeAdopted) one.news()).asTheme(), one.cause()))
                .toList();
        try {
            return taxonomy.adopting(adoptions, transaction);
        } catch (JournalRefused reason) {
            throw passing(reason);
        }
    }

    private @Nullable TicketClassified classified(UUID ticket, Theme theme, @Nullable Known known) {
        if (known != null && known.byPerson() && known.theme().equals(theme.code())) return null;
        return TicketClassified.byPerson(ticket, theme.code(), known == null ? null : known.theme(), clock.instant());
    }

    private static Label label(UUID ticket, Theme theme, Named one) {
        return new Label(ticket, Verdict.CORRECTED, theme.team(), theme.code(), one.cause());
    }

    /** Somebody changed the taxonomy between our reading and our writing: that passes. */
    private static SQLException passing(RuntimeException reason) {
        if (reason instanceof JournalRefused refused && refused.reason() == JournalRefused.Reason.VERSION_CONFLICT)
            return new SQLException("The taxonomy has changed", "40001");
        throw reason;
    }
}
