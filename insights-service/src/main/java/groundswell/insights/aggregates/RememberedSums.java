package groundswell.insights.aggregates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import groundswell.insights.Dimension;
import groundswell.insights.Measure;
import groundswell.insights.Only;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sums of parts of days with the version of the day that they were read at. Pages look back over days that hardly ever
 * change; what they read again is today.
 */
@Singleton
class RememberedSums {
    /** Sums, some 150 bytes each. */
    private static final int MOST = 300_000;

    /** What was asked of a part. */
    record Question(Part part, Measure measure, List<Dimension> by, Only only) {}

    private record Answer(long version, Map<List<String>, Long> sums) {}

    private final Cache<Question, Answer> answers = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((Question _, Answer answer) -> 1 + answer.sums.size())
            .build();

    @Nullable
    Map<List<String>, Long> recall(Question question, long version) {
        var answer = answers.getIfPresent(question);
        return answer == null || answer.version != version ? null : answer.sums;
    }

    void remember(Question question, long version, Map<List<String>, Long> sums) {
        answers.put(question, new Answer(version, Map.copyOf(sums)));
    }
}
