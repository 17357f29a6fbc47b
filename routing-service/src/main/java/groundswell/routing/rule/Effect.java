package groundswell.routing.rule;

import groundswell.routing.Moves.Example;
import groundswell.routing.Moves.Move;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would have done with last week's tickets.
 *
 * @param tickets that were looked at, the newest; {@code of} how many there were
 * @param changed of these, those that would have gone elsewhere
 * @param moves from team to team, or {@value BY_TEXT}; the most frequent first
 * @param rules of both, with how many tickets each decides now and would decide
 * @param examples tickets that would have gone elsewhere, newest first
 * @param text what the rules make of a text that they were tried on
 */
public record Effect(
        int tickets,
        long of,
        int changed,
        List<Move> moves,
        List<RuleEffect> rules,
        List<Example> examples,
        @Nullable OfText text) {
    /** Names of the first rules that match; null where none does, so that the text itself decides. */
    public record OfText(@Nullable String before, @Nullable String after) {}

    /** Tickets that a rule decides with the rules in force, and with the others. */
    public record RuleEffect(String id, String name, int before, int after) {}

    /** No rule decides: the text does, or a person in triage. */
    public static final String BY_TEXT = "by-text";
}
