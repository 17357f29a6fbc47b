package groundswell.insights.journal;

import groundswell.insights.InsightsEvent;
import groundswell.insights.InsightsState;
import groundswell.journal.Cause;
import groundswell.journal.Decider;
import groundswell.journal.Journal;
import groundswell.journal.JournalDefinition;
import groundswell.journal.JsonEvents;
import groundswell.journal.Outcome;
import groundswell.journal.Submission;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.journal.quarkus.Journals;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Everything concluded here, published on {@code insights.events.v1}. */
@Singleton
public class InsightsJournal {
    /** An event, and what it is about. */
    public record News(String stream, InsightsEvent event) {}

    /** What is told was decided by whoever compared it with their table, in the same transaction. */
    private static final class Teller implements Decider<InsightsEvent, InsightsState, InsightsEvent> {
        @Override
        public InsightsState initial() {
            return InsightsState.NOTHING;
        }

        @Override
        public List<InsightsEvent> decide(InsightsState state, InsightsEvent event) {
            return List.of(event);
        }

        @Override
        public InsightsState evolve(InsightsState state, InsightsEvent event) {
            return new InsightsState(state.told() + 1);
        }
    }

    public static final JsonEvents<InsightsEvent> FORMAT =
            JsonEvents.of("groundswell.insights", "", InsightsEvent.class, InsightsEvent::at);

    private final Journal<InsightsEvent, InsightsState, InsightsEvent> journal;

    InsightsJournal(Journals journals) {
        journal = journals.open(
                new JournalDefinition<>(journals.slots(), new Teller(), FORMAT, InsightsState.class, List.of()));
    }

    /** Appended in the caller's transaction, after its rows: the lock on a slot comes last. */
    public void tell(List<News> news, String actor, InboxTransaction transaction) throws SQLException {
        var submissions = news.stream()
                .map(one -> Submission.<InsightsEvent>of(one.stream(), one.event(), Cause.of(actor, one.stream())))
                .toList();
        for (var outcome : journal.handle(submissions, transaction)) {
            if (outcome instanceof Outcome.Refused<?>(var reason)) {
                throw reason;
            }
        }
    }
}
