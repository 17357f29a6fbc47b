package groundswell.insights;

import java.util.Map;

/**
 * How long customers waited, of the tickets whose wait ended in a span.
 *
 * @param byCode by code of the dimension that was asked for
 */
public record WaitingTimes(Map<String, WaitingTime> byCode, WaitingTime all) {
    /** Where they come from. */
    public interface Source {
        WaitingTimes of(Waiting waiting, Span span, Dimension by);
    }

    public WaitingTime of(String code) {
        return byCode.getOrDefault(code, WaitingTime.NONE);
    }
}
