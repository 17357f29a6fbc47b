package groundswell.routing;

import groundswell.routing.RoutingEvent.Alternative;
import groundswell.routing.RoutingEvent.Example;
import java.util.List;

/**
 * What reading a ticket's text came to.
 *
 * @param theme the most probable theme, with its {@code confidence} from 0 to 1
 * @param secondary further likely themes, most likely first
 * @param teams every team with the sum of its themes' probabilities, most probable first; never empty
 * @param examples the closest phrasings of the taxonomy
 * @param words of these phrasings that the text shares and that speak most for its theme
 * @param model what read it
 */
public record Reading(
        String theme,
        double confidence,
        List<String> secondary,
        List<Alternative> teams,
        List<Example> examples,
        List<String> words,
        String model) {
    public Alternative best() {
        return teams.getFirst();
    }
}
