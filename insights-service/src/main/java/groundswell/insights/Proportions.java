package groundswell.insights;

/**
 * How much larger a part is in one group than in another, with a 95 % confidence interval (Newcombe's, from Wilson's of
 * either group), which also holds where numbers are small.
 *
 * @param one part of the first group, 0 to 1
 * @param other part of the second
 * @param low lower end of the interval of {@code one - other}
 * @param high upper end
 */
public record Proportions(double one, double other, double low, double high) {
    /** {@code part} of {@code whole} against {@code otherPart} of {@code otherWhole}; neither whole may be zero. */
    public static Proportions of(long part, long whole, long otherPart, long otherWhole) {
        var a = Wilson.of(part, whole);
        var b = Wilson.of(otherPart, otherWhole);
        var difference = a.middle() - b.middle();
        return new Proportions(
                a.middle(),
                b.middle(),
                difference - Math.hypot(a.middle() - a.low(), b.high() - b.middle()),
                difference + Math.hypot(a.high() - a.middle(), b.middle() - b.low()));
    }

    public boolean certainlyHigher() {
        return low > 0;
    }

    public boolean certainlyLower() {
        return high < 0;
    }
}
