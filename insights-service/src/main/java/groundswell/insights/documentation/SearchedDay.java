package groundswell.insights.documentation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All searches of a day, as much of them as is kept.
 *
 * @param rare all others together, without their words
 */
record SearchedDay(Collection<Searched> terms, Searched rare) {
    private static final Searched NONE = new Searched("", 0, 0, 0);

    static SearchedDay of(List<Searched> lines, boolean wordsAreKept) {
        var byTerm = lines.stream()
                .collect(Collectors.toMap(Searched::term, Function.identity(), Searched::and, LinkedHashMap::new))
                .values();
        var isKept = byTerm.stream().collect(Collectors.partitioningBy(one -> wordsAreKept && one.isKeptInWords()));
        var rare = isKept.getOrDefault(false, List.of()).stream()
                .map(Searched::withoutWords)
                .reduce(NONE, Searched::and);
        return new SearchedDay(isKept.getOrDefault(true, List.of()), rare);
    }
}
