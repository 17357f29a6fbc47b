package groundswell.consent.http;

/** The roles this service knows, as they stand in a token's groups. */
public final class Roles {
    public static final String AGENT = "agent";
    public static final String LEAD = "lead";
    public static final String OPS = "ops";
    public static final String PRODUCT = "product";
    public static final String PR = "pr";
    public static final String LEGAL = "legal";
    public static final String ADMIN = "admin";
    public static final String INTEGRATOR = "integrator";

    private Roles() {}
}
