package groundswell.insights.responsetimes;

import groundswell.insights.Comparison;
import groundswell.insights.Dimension;
import groundswell.insights.Waiting;
import groundswell.insights.WaitingTime;
import groundswell.insights.WaitingTimes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Both waits of a window, and of the window before. */
@Singleton
class ResponseTimesReader {
    record Read(Line all, List<Line> lines) {}

    /** @param code empty for all tickets */
    record Line(
            String code,
            WaitingTime firstReply,
            WaitingTime firstReplyBefore,
            WaitingTime resolution,
            WaitingTime resolutionBefore) {}

    private final WaitingTimes.Source times;

    ResponseTimesReader(WaitingTimes.Source times) {
        this.times = times;
    }

    /** Lines in which a wait ended, those with the most first answers first. */
    Read read(Comparison comparison, Dimension by) {
        var replied = times.of(Waiting.FIRST_REPLY, comparison.span(), by);
        var repliedBefore = times.of(Waiting.FIRST_REPLY, comparison.before(), by);
        var resolved = times.of(Waiting.RESOLUTION, comparison.span(), by);
        var resolvedBefore = times.of(Waiting.RESOLUTION, comparison.before(), by);
        var lines = Stream.concat(replied.byCode().keySet().stream(), resolved.byCode().keySet().stream())
                .distinct()
                .map(code -> new Line(
                        code, replied.of(code), repliedBefore.of(code), resolved.of(code), resolvedBefore.of(code)))
                .sorted(Comparator.comparingLong(
                                (Line line) -> -line.firstReply().tickets())
                        .thenComparing(Line::code))
                .toList();
        return new Read(new Line("", replied.all(), repliedBefore.all(), resolved.all(), resolvedBefore.all()), lines);
    }
}
