package groundswell.language;

import java.util.List;
import java.util.Map;

/**
 * What a text is about, how sure that is, and what the judgement rests on.
 *
 * @param theme code of the likeliest theme
 * @param probability of that theme, from 0 to 1; calibrated: of many answers given with 0.9, about nine in ten are right
 * @param secondary further themes that the text may touch, likeliest first
 * @param groups probability of each group, likeliest first; what is missing to 1 is the
 *     probability that the text is about none of the themes
 * @param nearest the phrasings most alike, best first
 * @param model what judged, such as {@code bge-small-q/taxonomy@1}
 */
public record Classification(
        String theme,
        double probability,
        List<Likelihood> secondary,
        Map<String, Double> groups,
        List<Nearest> nearest,
        String model) {
    /** A theme and its probability. */
    public record Likelihood(String theme, double probability) {}

    /** A phrasing of a theme, counted from 1, and how alike it is to the text, from -1 to 1. */
    public record Nearest(String theme, int number, double similarity) {
        /** The phrasing's public name, such as {@code billing.double-charge#3}: names it without quoting anything. */
        public String phrase() {
            return theme + "#" + number;
        }
    }

    /** The likeliest group. */
    public String group() {
        return groups.keySet().iterator().next();
    }

    public double groupProbability() {
        return groups.values().iterator().next();
    }
}
