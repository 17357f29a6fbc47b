package groundswell.language.redaction;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds one family of identifying pieces by their form. Finders may overlap: what any of them finds is removed. */
interface Finder {
    Stream<Span> find(Folded text);

    /** What a pattern matches; where it has a group named {@code it}, only that. */
    static Finder of(SpanType type, String regex, Predicate<String> holds) {
        var pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        var part = regex.contains("(?<it>") ? "it" : null;
        return text -> pattern.matcher(text.text())
                .results()
                .filter(match -> holds.test(part == null ? match.group() : match.group(part)))
                .map(match -> part == null ? span(text, match, type) : span(text, match, part, type));
    }

    static Finder of(SpanType type, String regex) {
        return of(type, regex, _ -> true);
    }

    static Finder all(List<Finder> finders) {
        return text -> finders.stream().flatMap(finder -> finder.find(text));
    }

    private static Span span(Folded text, MatchResult match, SpanType type) {
        return text.span(match.start(), match.end(), type);
    }

    private static Span span(Folded text, MatchResult match, String part, SpanType type) {
        return text.span(match.start(part), match.end(part), type);
    }
}
