package groundswell.ticket.http;

import groundswell.ticket.http.Problem.Fault;
import java.util.List;

/** A request that ends here with a problem; thrown where a resource itself finds it. */
public final class Refused extends RuntimeException {
    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.type(), null, false, false);
        this.problem = problem;
    }

    public static Refused because(int status, String reason, String title, String detail) {
        return new Refused(Problem.of(status, reason, title, detail));
    }

    public static Refused field(String field, String message) {
        return new Refused(Problem.invalid(List.of(new Fault(field, message))));
    }

    public Problem problem() {
        return problem;
    }
}
