package groundswell.insights.discovery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * How a discovery might be called, out of words that several of its customers share: nobody's own sentence is in it. A
 * person has the last word.
 *
 * @param phrasings one a line
 */
record Suggestion(String name, String team, String description, String phrasings) {
    private static final int IN_NAME = 2;

    /** @param words most telling first */
    static Suggestion of(List<String> words, String team) {
        if (words.isEmpty()) {
            return new Suggestion("", team, "", "");
        }
        var name = name(words.subList(0, Math.min(IN_NAME, words.size())));
        var phrasings = new LinkedHashSet<>(List.of(String.join(" ", words)));
        words.stream().filter(word -> word.contains(" ")).forEach(phrasings::add); // a single word says little
        words.stream().limit(IN_NAME).forEach(phrasings::add);
        var description = "Customers write of " + String.join(", ", words) + ".";
        if (phrasings.size() < 2) {
            phrasings.add(description);
        }
        return new Suggestion(name, team, description, String.join("\n", phrasings));
    }

    private static String name(List<String> words) {
        var name = String.join(", ", words);
        return name.substring(0, 1).toUpperCase(Locale.ENGLISH) + name.substring(1);
    }
}
