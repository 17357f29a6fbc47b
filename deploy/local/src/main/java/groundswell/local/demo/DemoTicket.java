package groundswell.local.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ticket of the month with all that became of it.
 *
 * @param number where it has a number of its own, such as the sample ticket's 4821
 * @param consent what the customer said when asked whether the story may be told, oldest first
 */
record DemoTicket(
        String externalId,
        @Nullable Long number,
        Customer customer,
        Topic topic,
        String subject,
        String body,
        String channel,
        String priority,
        List<String> tags,
        Instant at,
        List<Step> steps,
        List<Answer> consent) {
    /** An answer to the question for consent; {@code asked} is the question itself. */
    record Answer(String status, Instant at) {}

    /** Nobody has touched it yet: it comes in as a new ticket, and routing decides. */
    boolean isWaiting() {
        return steps.isEmpty();
    }
}
