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
    private static final double Z = 1.959964;

    private record Wilson(double middle, double low, double high) {
        static Wilson of(long part, long whole) {
            double p = (double) part / whole, z2 = Z * Z;
            var centre = (p + z2 / (2 * whole)) / (1 + z2 / whole);
            var half = Z / (1 + z2 / whole) * Math.sqrt(p * (1 - p) / whole + z2 / (4.0 * whole * whole));
            return new Wilson(p, Math.max(0, centre - half), Math.min(1, centre + half));
        }
    }

    /** {@code part} of {@code whole} against {@code otherPart} of {@code otherWhole}; neither whole may be zero. */
    public static Proportions of(long part, long whole, long otherPart, long otherWhole) {
        if (whole <= 0 || otherWhole <= 0) {
            throw new IllegalArgumentException("A part of nothing is nothing");
        }
        var a = Wilson.of(part, whole);
        var b = Wilson.of(otherPart, otherWhole);
        var difference = a.middle - b.middle;
        return new Proportions(
                a.middle,
                b.middle,
                difference - Math.hypot(a.middle - a.low, b.high - b.middle),
                difference + Math.hypot(a.high - a.middle, b.middle - b.low));
    }

    public boolean certainlyHigher() {
        return low > 0;
    }

    public boolean certainlyLower() {
        return high < 0;
    }
}
