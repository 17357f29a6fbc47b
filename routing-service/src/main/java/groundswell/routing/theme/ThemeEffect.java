package groundswell.routing.theme;

import groundswell.routing.Moves.Example;
import groundswell.routing.Moves.Move;
import java.util.List;

/**
 * What another taxonomy would have made of last week's tickets.
 *
 * @param tickets that were read again, the newest; {@code of} how many there were
 * @param otherTheme how many would have another main theme
 * @param otherTeam how many of all would have gone to another team, by themselves or in triage
 * @param toTriage how many more would have waited in triage; negative for fewer
 * @param moves themes from and to, the most frequent first
 * @param examples tickets that would have another theme, newest first
 */
public record ThemeEffect(
        int tickets, long of, int otherTheme, int otherTeam, int toTriage, List<Move> moves, List<Example> examples) {
    /** How many more or fewer would have waited in triage. */
    public int triageBy() {
        return Math.abs(toTriage);
    }
}
