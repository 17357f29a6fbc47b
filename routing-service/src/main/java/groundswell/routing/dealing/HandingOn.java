package groundswell.routing.dealing;

import groundswell.routing.Colleague;
import groundswell.routing.DealingRules;
import groundswell.routing.RoutingEvent.HandOnReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which tickets cannot stay with their person. Pure. */
final class HandingOn {
    /** Whoever is back sooner has not ended their day. */
    private static final Duration BREAK = Duration.ofHours(3);

    /**
     * Empty where it stays. At the end of a shift only what the customer waits for goes on, and not what a lead has given
     * to somebody for their next shift; whatever waits for the customer stays in any case, but with whoever has left.
     * Somebody of another team who has taken it keeps it like anybody else.
     *
     * @param person as the roster has them; null for somebody it does not know
     * @param departed who has left all teams
     */
    static Optional<HandOnReason> reason(
            Held ticket, @Nullable Colleague person, Set<UUID> departed, DealingRules rules, Instant now) {
        if (person == null)
            return departed.contains(ticket.person()) ? Optional.of(HandOnReason.LEFT) : Optional.empty();
        if (ticket.pending()) return Optional.empty();
        if (isAbsent(ticket, person, rules, now)) return Optional.of(HandOnReason.ABSENT);
        return ticket.unanswered() && hasEnded(ticket, person, now)
                ? Optional.of(HandOnReason.SHIFT_ENDED)
                : Optional.empty();
    }

    private static boolean isAbsent(Held ticket, Colleague person, DealingRules rules, Instant now) {
        var since = person.awaySince();
        if (since == null) return false;
        var from = since.isAfter(ticket.since()) ? since : ticket.since();
        return from.isBefore(now)
                && person.hours().between(from, now).compareTo(Duration.ofMinutes(rules.returnAfterMinutes())) >= 0;
    }

    private static boolean hasEnded(Held ticket, Colleague person, Instant now) {
        if (person.hours().isOpen(now)) return false;
        if (Duration.between(now, person.hours().nextOpening(now)).compareTo(BREAK) < 0) return false;
        var begun = person.hours().nextOpening(ticket.since());
        return begun.isBefore(now);
    }

    private HandingOn() {}
}
