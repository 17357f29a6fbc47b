package groundswell.routing.rule;

import java.util.List;
import java.util.UUID;

/**
 * What other rules would have done with last week's tickets.
 *
 * @param tickets that were looked at, the newest; {@code of} how many there were
 * @param changed of these, those that would have gone elsewhere
 * @param moves where from and where to, the most frequent first
 * @param rules of both, with how many tickets each decides now and would decide
 * @param examples tickets that would have gone elsewhere, newest first
 */
public record Effect(
        int tickets, long of, int changed, List<Move> moves, List<RuleEffect> rules, List<Example> examples) {
    /** By rules to a team, or left to the text: then the code is {@value BY_TEXT}. */
    public record Move(String from, String to, int tickets) {}

    /** Tickets that a rule decides with the rules in force, and with the others. */
    public record RuleEffect(String id, String name, int before, int after) {}

    public record Example(UUID ticketId, String number, String from, String to) {}

    /** No rule decides: the text does, or a person in triage. */
    public static final String BY_TEXT = "by-text";
}
