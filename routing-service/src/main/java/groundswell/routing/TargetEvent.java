package groundswell.routing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact about one time target of a ticket, recorded on the stream {@code <ticket>/targets}. {@code cycle} counts the
 * targets of a kind, from 1: every unanswered question begins a next reply, every reopening a resolution, and a ticket
 * that is with no team any more a new time to one.
 *
 * <p>Each target has one start, at most one warning and at most one breach that was not retracted. Where {@code at} is an
 * instant of the past, that is when it happened: what was answered in time was so, however late we learnt of it.
 */
public sealed interface TargetEvent extends RoutingEvent {
    UUID ticketId();

    TimeTarget target();

    int cycle();

    /**
     * A time began to run, or to run again where it had ended on facts that turned out otherwise.
     *
     * @param minutes of {@code calendar}'s hours that are promised
     * @param dueAt when they are over; null while the ticket waits for its customer
     * @param policyVersion the time policy that was in force when the ticket was opened
     */
    record TargetStarted(
            UUID ticketId,
            TimeTarget target,
            int cycle,
            Instant startedAt,
            @Nullable Instant dueAt,
            int minutes,
            String calendar,
            String priority,
            @Nullable String plan,
            int policyVersion,
            Instant at)
            implements TargetEvent {}

    /** It is due at another time: the ticket waits for its customer, or no longer, or has another priority. */
    record TargetMoved(
            UUID ticketId,
            TimeTarget target,
            int cycle,
            @Nullable Instant dueAt,
            int minutes,
            String calendar,
            Instant at)
            implements TargetEvent {}

    /** Little of its time is left. */
    record TargetWarned(UUID ticketId, TimeTarget target, int cycle, Instant dueAt, Instant at)
            implements TargetEvent {}

    /** Its time was over before what was promised had happened. */
    record TargetBreached(UUID ticketId, TimeTarget target, int cycle, Instant dueAt, Instant at)
            implements TargetEvent {}

    /** It was no breach: something that we learnt of late had happened in time. */
    record TargetRetracted(UUID ticketId, TimeTarget target, int cycle, Instant at) implements TargetEvent {}

    /** What was promised happened in time. */
    record TargetMet(UUID ticketId, TimeTarget target, int cycle, Instant at) implements TargetEvent {}

    /** It no longer matters: the ticket was resolved before its question was answered. */
    record TargetCancelled(UUID ticketId, TimeTarget target, int cycle, Instant at) implements TargetEvent {}
}
