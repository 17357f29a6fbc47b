package groundswell.ticket;

import groundswell.ticket.TicketEvent.*;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a ticket took, in whole minutes from its opening, read from its events alone.
 *
 * @param firstAssignment until a person, not only a team, had it
 * @param firstReply until the first public word to the customer
 * @param resolution until the resolution that holds; null while the ticket is open or open again
 * @param agentTime minutes in which the next word was ours: neither pending nor resolved
 */
public record HandlingTimes(
        @Nullable Long firstAssignment,
        @Nullable Long firstReply,
        @Nullable Long resolution,
        long agentTime) {
    /** @param now ends the count of agent time for a ticket that is still ours */
    public static HandlingTimes of(List<TicketEvent> events, Instant now) {
        var watch = new Watch();
        events.forEach(watch::see);
        return watch.read(now);
    }

    /** Runs while the ticket is ours, stands while it is the customer's. */
    private static final class Watch {
        private Instant opened = Instant.EPOCH;
        private Duration ours = Duration.ZERO;
        private @Nullable Instant oursSince;
        private @Nullable Instant assigned;
        private @Nullable Instant replied;
        private @Nullable Instant resolved;

        void see(TicketEvent event) {
            switch (event) {
                case TicketOpened e -> {
                    opened = e.at();
                    oursSince = e.at();
                }
                case TicketAssigned e -> assigned = assigned == null && e.assigneeId() != null ? e.at() : assigned;
                case TicketReplied e -> replied = replied == null ? e.at() : replied;
                case TicketPaused e -> stop(e.at());
                case TicketResumed e -> run(e.at());
                case TicketResolved e -> {
                    stop(e.at());
                    resolved = e.at();
                }
                case TicketReopened e -> {
                    run(e.at());
                    resolved = null;
                }
                case TicketMerged e -> stop(e.at());
                case TicketUnmerged e -> {
                    if (e.status() == TicketStatus.OPEN || e.status() == TicketStatus.IN_PROGRESS) {
                        run(e.at());
                    }
                }
                case AssignmentRefused _,
                        TicketStarted _,
                        CustomerReplied _,
                        TicketNoted _,
                        TicketRated _,
                        TicketEscalated _,
                        EscalationWithdrawn _,
                        TicketClosed _,
                        TicketPrioritised _,
                        TicketTagged _,
                        TicketCategorised _ -> {}
            }
        }

        private void run(Instant at) {
            oursSince = oursSince == null ? at : oursSince;
        }

        private void stop(Instant at) {
            if (oursSince != null) {
                ours = ours.plus(Duration.between(oursSince, at));
                oursSince = null;
            }
        }

        HandlingTimes read(Instant now) {
            var running = oursSince == null ? Duration.ZERO : Duration.between(oursSince, now);
            return new HandlingTimes(
                    minutes(assigned),
                    minutes(replied),
                    minutes(resolved),
                    ours.plus(running).toMinutes());
        }

        private @Nullable Long minutes(@Nullable Instant at) {
            return at == null ? null : Duration.between(opened, at).toMinutes();
        }
    }
}
