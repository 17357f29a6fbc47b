package groundswell.insights;

/**
 * What pages show beside counts, such as reports, and what people decide: the same version means that nothing of it has
 * changed since.
 */
public interface Versioned {
    long version();
}
