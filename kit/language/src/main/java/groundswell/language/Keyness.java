package groundswell.language;

import groundswell.language.Keywords.Written;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Words that more of one group's authors use than of another's: Dunning's log-likelihood ratio of a two-by-two table, as
 * corpus linguistics uses it, but over authors, so that one who repeats a word many times counts once.
 */
public final class Keyness {
    /**
     * A word or pair of words.
     *
     * @param authors of the group that use it, of {@code of}
     * @param otherAuthors of the other group, of {@code ofOthers}
     * @param score the ratio, G²: above {@link #CERTAIN}, where a group's part is at least twice the other's
     */
    public record Telling(String words, int authors, int of, int otherAuthors, int ofOthers, double score) {}

    /** A word that only chance has put there reaches this once in ten thousand (chi-squared with one degree of freedom). */
    static final double CERTAIN = 15.13;

    /** Certain is not much: of a great many authors, a few more would be. */
    private static final double TIMES = 2;

    /**
     * @param authors how many different ones of the group must use a word, so that it is no one person's
     * @param most words or pairs
     * @return the most telling first; no word is in two of them
     */
    public static List<Telling> of(List<Written> group, List<Written> others, int authors, int most) {
        var here = Phrases.usedBy(group);
        var there = Phrases.usedBy(others);
        int of = authors(group), ofOthers = authors(others);
        if (of == 0 || ofOthers == 0) return List.of();
        Map<String, Telling> telling = here.entrySet().stream()
                .filter(words -> words.getValue().size() >= authors)
                .map(words -> telling(
                        words.getKey(),
                        words.getValue().size(),
                        of,
                        there.getOrDefault(words.getKey(), Set.of()).size(),
                        ofOthers))
                .filter(one -> one.score() > CERTAIN)
                .collect(Collectors.toMap(Telling::words, Function.identity()));
        var ranked = telling.values().stream()
                .sorted(Comparator.comparingDouble(Keyness::rank).reversed().thenComparing(Telling::words))
                .map(Telling::words)
                .toList();
        return Phrases.apart(ranked, most).stream().map(telling::get).toList();
    }

    /** Whether a text uses a word or pair as {@link #of} counts it. */
    public static boolean uses(String text, String words) {
        return Phrases.in(text).contains(words);
    }

    private static double rank(Telling one) {
        return one.score() * (Phrases.isPair(one.words()) ? Phrases.PAIR : 1);
    }

    private static Telling telling(String words, int a, int of, int b, int ofOthers) {
        boolean more = (double) a / of >= TIMES * b / ofOthers;
        return new Telling(words, a, of, b, ofOthers, more ? likelihood(a, of, b, ofOthers) : 0);
    }

    /** Both who use it and who do not: a word of everybody here is another matter than a word of one in ten. */
    private static double likelihood(int a, int of, int b, int ofOthers) {
        double users = a + b, all = of + ofOthers;
        return 2
                * (part(a, of * users / all)
                        + part(b, ofOthers * users / all)
                        + part(of - a, of * (all - users) / all)
                        + part(ofOthers - b, ofOthers * (all - users) / all));
    }

    private static double part(double seen, double expected) {
        return seen == 0 ? 0 : seen * Math.log(seen / expected);
    }

    private static int authors(List<Written> texts) {
        return (int) texts.stream().map(Written::author).distinct().count();
    }

    private Keyness() {}
}
