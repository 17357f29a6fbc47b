package groundswell.insights.newsworthy;

import groundswell.insights.Newsworthy.Thresholds;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Thresholds as they are sent: parts of 1, and whole numbers. */
public record ThresholdChange(
        @NotNull @DecimalMin("0.001") @DecimalMax("1") Double share,
        @NotNull @DecimalMin("0.01") @DecimalMax("100") Double growth,
        @NotNull @Min(1) @Max(10_000) Integer newFrom,
        @NotNull @Min(5) @Max(10_000) Integer fewestRated) {
    Thresholds as(int version) {
        return new Thresholds(version, share, growth, newFrom, fewestRated);
    }
}
