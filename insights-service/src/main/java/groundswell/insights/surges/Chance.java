package groundswell.insights.surges;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/** How likely a count is. */
final class Chance {
    /**
     * The chance of {@code n} or more where {@code mean} are expected and the variance is {@code mean + spread × mean²}: the
     * upper tail of a negative binomial distribution, which is Poisson's made wider.
     */
    static double ofAtLeast(int n, double mean, double spread) {
        if (n <= 0) {
            return 1;
        }
        var size = 1 / spread;
        return RegularizedBeta.value(mean / (mean + size), n, size);
    }

    private Chance() {}
}
