package groundswell.insights;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Whose words are not to be told any more, since their author took back what they had allowed (row C2). */
public interface Withdrawals {
    /** What a customer wrote in a ticket. */
    record Words(UUID ticketId, UUID requesterId) {}

    /** Those of {@code asked} whose author has withdrawn, and not allowed it again since. */
    Set<Words> of(Collection<Words> asked);
}
