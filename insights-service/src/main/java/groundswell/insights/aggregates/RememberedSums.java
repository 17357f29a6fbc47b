package groundswell.insights.aggregates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import groundswell.insights.Measure;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was read of days, with the version of the day that it was read at. Pages look back over days that hardly ever change;
 * what they read again is today.
 */
@Singleton
class RememberedSums {
    /** Sums, or rows; some hundred bytes each. */
    private static final int MOST = 300_000;

    private record Asked(Question question, Part part) {}

    private record Sums(long version, Map<List<String>, Long> sums) {}

    private record Day(Measure measure, Instant day) {}

    private record Quarters(long version, DayQuarters quarters) {}

    private final Cache<Asked, Sums> sums = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((Asked _, Sums known) -> 1 + known.sums.size())
            .build();

    private final Cache<Day, Quarters> days = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((Day _, Quarters known) -> 1 + known.quarters.rows().size())
            .build();

    @Nullable
    Map<List<String>, Long> recall(Question question, Part part, long version) {
        var known = sums.getIfPresent(new Asked(question, part));
        return known == null || known.version != version ? null : known.sums;
    }

    void remember(Question question, Part part, long version, Map<List<String>, Long> read) {
        sums.put(new Asked(question, part), new Sums(version, Map.copyOf(read)));
    }

    @Nullable
    DayQuarters quarters(Measure measure, Instant day, long version) {
        var known = days.getIfPresent(new Day(measure, day));
        return known == null || known.version != version ? null : known.quarters;
    }

    void remember(Measure measure, Instant day, long version, DayQuarters read) {
        days.put(new Day(measure, day), new Quarters(version, read));
    }
}
