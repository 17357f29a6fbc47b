package groundswell.insights.reports;

import groundswell.insights.Churn;
import groundswell.insights.Comparison;
import groundswell.insights.Cost;
import groundswell.insights.FixEffect;
import groundswell.insights.Marker;
import groundswell.insights.Names;
import groundswell.insights.Newsworthy.Thresholds;
import groundswell.insights.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report is made of beside its evidence, as it was when it was written. With both, every number can be worked out
 * again.
 *
 * @param title of the period
 * @param asOf when it was written
 * @param markers launches and fixes whose effect may show in the period, and those that may have moved what these are held
 *     against; the oldest first
 */
record Given(
        String title,
        Comparison period,
        ZoneId zone,
        Instant asOf,
        Names names,
        Cost.Rate rate,
        Thresholds thresholds,
        Churn.@Nullable ByTheme churn,
        List<Marker> markers,
        List<GivenSurge> surges) {
    /** @param theme null for all tickets together */
    record GivenSurge(@Nullable String theme, Span span, double expected, int customers) {}

    /** Effects are measured against four weeks before. */
    static final Duration BASELINE = Duration.ofDays(FixEffect.BASELINE + 1);

    /** What was shipped shortly before the period shows its effect in it. */
    List<Marker> shown() {
        var first = period.span().from().minus(BASELINE);
        return markers.stream().filter(marker -> !marker.at().isBefore(first)).toList();
    }
}
