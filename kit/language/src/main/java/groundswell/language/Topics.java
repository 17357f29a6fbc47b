package groundswell.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The themes by number, as models count them, each with its group. The number after the last stands for none of them. */
record Topics(List<String> codes, List<String> groups) {
    static Topics of(Collection<Theme> themes) {
        return new Topics(
                themes.stream().map(Theme::code).toList(),
                themes.stream().map(Theme::group).toList());
    }

    int classes() {
        return codes.size() + 1;
    }

    int none() {
        return codes.size();
    }

    int number(@Nullable String code) {
        if (code == null) return none();
        int number = codes.indexOf(code);
        if (number < 0) throw new IllegalArgumentException("No theme " + code);
        return number;
    }

    /** The likeliest theme. */
    int best(double[] probabilities) {
        return IntStream.range(0, codes.size())
                .boxed()
                .max(Comparator.comparingDouble(i -> probabilities[i]))
                .orElseThrow();
    }

    /** The probability of each group, likeliest first. */
    Map<String, Double> groups(double[] probabilities) {
        var sums = new LinkedHashMap<String, Double>();
        for (int i = 0; i < codes.size(); i++) sums.merge(groups.get(i), probabilities[i], Double::sum);
        var ranked = new ArrayList<>(sums.entrySet());
        ranked.sort(Map.Entry.<String, Double>comparingByValue().reversed());
        var sorted = new LinkedHashMap<String, Double>();
        ranked.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
