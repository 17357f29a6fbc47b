package groundswell.consent.http;

/** A resource says no in its own name; the problem tells the caller what to do. */
public final class Refusal extends RuntimeException {
    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(problem.type(), null, false, false);
        this.problem = problem;
    }

    public static Refusal of(int status, String reason, String detail) {
        return new Refusal(Problem.of(status, reason, detail));
    }

    public static Refusal invalid(String field, String message) {
        return new Refusal(Problem.invalid(field, message));
    }

    public Problem problem() {
        return problem;
    }
}
