package groundswell.insights.http;

import groundswell.insights.Wilson;

/** A part of a whole, 0 to 1, with its 95 % confidence interval. */
public record Part(double part, double low, double high) {
    public static Part of(Wilson interval) {
        return new Part(interval.middle(), interval.low(), interval.high());
    }
}
