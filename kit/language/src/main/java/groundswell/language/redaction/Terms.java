package groundswell.language.redaction;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that are known to identify someone, wherever they stand: any case, with or without accents, with a possessive
 * {@code 's} (which stays). A name that is also an everyday word ({@code Will}, {@code Rose}) only counts with a capital.
 */
final class Terms {
    private static final String BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String AFTER = "(?![\\p{L}\\p{N}])";

    static Finder finder(SpanType type, Collection<String> words) {
        return Finder.all(Stream.of(pattern(words, false), pattern(words, true))
                .filter(pattern -> !pattern.isEmpty())
                .map(pattern -> Finder.of(type, pattern))
                .toList());
    }

    private static String pattern(Collection<String> words, boolean everyday) {
        var choices = words.stream()
                .map(Folded::fold)
                .filter(word -> !word.isBlank() && EverydayWords.contains(word) == everyday)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(word -> everyday ? capitals(word) : loosely(word))
                .collect(Collectors.joining("|"));
        return choices.isEmpty() ? "" : BEFORE + "(?:" + choices + ")" + AFTER;
    }

    /** Spaces, hyphens, dots and underscores inside a term are one, or none: {@code Blue-Harbor}, {@code BlueHarbor}. */
    private static String loosely(String words) {
        return Stream.of(words.strip().split("[\\s._-]+"))
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining("[\\s._-]{0,3}"));
    }

    private static String capitals(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        var title = lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
        return "(?-i:"
                + List.of(title, lower.toUpperCase(Locale.ROOT)).stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))
                + ")";
    }

    private Terms() {}
}
