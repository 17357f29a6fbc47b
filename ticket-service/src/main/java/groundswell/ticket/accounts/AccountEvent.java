package groundswell.ticket.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact about customers rather than about a ticket, in the same topic. Codes only: no name of a company or person stands in
 * it, and whoever sends an id sees to it that it is none.
 */
public sealed interface AccountEvent {
    Instant at();

    /**
     * All that is known of an account now; what it says takes the place of all that was said before. In the stream {@code
     * account:<id>}.
     *
     * @param size band, such as {@code 51-200}
     * @param churnedAt when it stopped being a customer; null while it is one
     * @param nps what it last answered to "would you recommend us", 0 to 10
     * @param cohorts groups that it belongs to, such as {@code 2026-q1}
     */
    record AccountDescribed(
            String accountId,
            @Nullable String plan,
            @Nullable String size,
            @Nullable String industry,
            boolean bigCustomer,
            @Nullable Instant churnedAt,
            @Nullable Integer nps,
            List<String> cohorts,
            Instant at)
            implements AccountEvent {
        /** Whether another says the same, whenever it says it. */
        boolean saysThatOf(@Nullable AccountDescribed other) {
            return other != null && equals(other.at(at));
        }

        private AccountDescribed at(Instant then) {
            return new AccountDescribed(accountId, plan, size, industry, bigCustomer, churnedAt, nps, cohorts, then);
        }
    }

    /** How many active customers there were on a day; a later count takes its place. In the stream {@code customers:<day>}. */
    record CustomersCounted(LocalDate day, long active, Instant at) implements AccountEvent {}
}
