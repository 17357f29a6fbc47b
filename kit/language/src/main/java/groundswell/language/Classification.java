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
 * @param nearest the lessons most alike, best first; by embedding, or by words where these decided
 * @param strongest words of the text that speak most for the theme, strongest first; they are the customer's
 * @param novelty from 0, like something known, to 1, unlike everything
 * @param stage how far the judgement had to go
 * @param model what judged, such as {@code bge-small-q/taxonomy@1#5f0c1d2e}
 */
public record Classification(
        String theme,
        double probability,
        List<Likelihood> secondary,
        Map<String, Double> groups,
        List<Nearest> nearest,
        List<String> strongest,
        double novelty,
        Stage stage,
        String model) {
    /** A theme and its probability. */
    public record Likelihood(String theme, double probability) {}

    /** A lesson by its name, and how alike it is to the text, from -1 to 1. */
    public record Nearest(String theme, String name, double similarity) {}

    /** Whether the words alone decided, or the embedding was needed. */
    public enum Stage {
        WORDS,
        FULL
    }

    /** The likeliest group. */
    public String group() {
        return groups.keySet().iterator().next();
    }

    public double groupProbability() {
        return groups.values().iterator().next();
    }
}
