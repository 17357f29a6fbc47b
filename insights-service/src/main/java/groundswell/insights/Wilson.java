package groundswell.insights;

/**
 * A part of a whole with its 95 % confidence interval (Wilson's), which also holds where numbers are small.
 *
 * @param middle what was counted, 0 to 1
 * @param low lower end of the interval
 * @param high upper end
 */
public record Wilson(double middle, double low, double high) {
    private static final double Z = 1.959964;

    /** {@code part} of {@code whole}, which may not be zero. */
    public static Wilson of(long part, long whole) {
        if (whole <= 0) {
            throw new IllegalArgumentException("A part of nothing is nothing");
        }
        double p = (double) part / whole, z2 = Z * Z;
        var centre = (p + z2 / (2 * whole)) / (1 + z2 / whole);
        var half = Z / (1 + z2 / whole) * Math.sqrt(p * (1 - p) / whole + z2 / (4.0 * whole * whole));
        return new Wilson(p, Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
