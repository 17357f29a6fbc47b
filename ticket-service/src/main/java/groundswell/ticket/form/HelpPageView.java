package groundswell.ticket.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form as the customer sees it.
 *
 * @param notice what went wrong with the whole, and what to do; null at first
 */
public record HelpPageView(
        String name,
        String email,
        String subject,
        String description,
        String once,
        @Nullable String notice,
        List<Mistake> mistakes) {
    static HelpPageView of(HelpForm form, @Nullable String notice, List<Mistake> mistakes) {
        return new HelpPageView(
                form.name(), form.email(), form.subject(), form.description(), form.once(), notice, mistakes);
    }

    /** What is wrong in this field; empty when nothing is. */
    public String wrong(String field) {
        return mistakes.stream()
                .filter(mistake -> mistake.field().equals(field))
                .map(Mistake::message)
                .findFirst()
                .orElse("");
    }

    public boolean refused() {
        return notice != null || !mistakes.isEmpty();
    }
}
