package groundswell.language;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Names a group of texts by its own words: those that many of its authors use and few texts elsewhere do (TF-IDF over
 * groups). Only words of several authors are shown, so that none of them is one person's.
 */
public final class Keywords {
    /** What one author wrote; several texts of one count as one. What must not be shown is taken out before. */
    public record Written(UUID author, String text) {}

    /** Less than this share of the authors is no word of the group. */
    private static final double LEAST_SHARE = 0.25;

    private final Map<Integer, Integer> textsWith = new HashMap<>();
    private final int texts;

    private Keywords(List<Terms> background) {
        texts = background.size();
        for (var terms : background) {
            for (int id : terms.ids) textsWith.merge(id, 1, Integer::sum);
        }
    }

    /** @param background the group's own texts and those it is to be told from */
    public static Keywords against(List<Terms> background) {
        return new Keywords(background);
    }

    /**
     * @param authors how many different ones must use a word
     * @param most words or pairs of words
     * @return the most telling first, in lower case; none where the authors share no word
     */
    public List<String> of(List<Written> group, int authors, int most) {
        record Scored(String words, double score) {}
        var usedBy = Phrases.usedBy(group);
        var everybody = group.stream().map(Written::author).distinct().count();
        double least = Math.max(authors, LEAST_SHARE * everybody);
        var scored = usedBy.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= least)
                .map(entry -> new Scored(
                        entry.getKey(), score(entry.getKey(), entry.getValue().size(), everybody)))
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::words))
                .map(Scored::words)
                .toList();
        return Phrases.apart(scored, most);
    }

    private double score(String words, int authors, long of) {
        boolean isPair = Phrases.isPair(words);
        int id = isPair ? Terms.pair(words) : Terms.word(words);
        double rare = Math.log(1 + (double) texts / Math.max(1, textsWith.getOrDefault(id, 0)));
        return (double) authors / of * rare * (isPair ? Phrases.PAIR : 1);
    }
}
