package groundswell.language;

import java.util.List;

/**
 * Something people write about, described well enough to recognise it from the first day on.
 *
 * @param code stable name, such as {@code billing.double-charge}
 * @param group what the theme belongs to, such as the team that answers it; probabilities are summed per group
 * @param description one sentence on what belongs here
 * @param phrasings how people would put it; ten or more make the theme reliable, two are the least
 */
public record Theme(String code, String group, String description, List<String> phrasings) {
    public Theme {
        phrasings = List.copyOf(phrasings);
        if (phrasings.size() < 2) {
            throw new IllegalArgumentException("Theme " + code + " needs at least two phrasings");
        }
    }
}
