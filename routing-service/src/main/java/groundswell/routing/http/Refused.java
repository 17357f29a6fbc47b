package groundswell.routing.http;

import groundswell.routing.http.Problem.Wrong;
import java.util.List;

/** A request that a resource can't fulfil, with the problem that its caller is told. */
public final class Refused extends RuntimeException {
    private final transient Problem problem;

    private Refused(Problem problem) {
        super(problem.type(), null, false, false);
        this.problem = problem;
    }

    public static Refused noSuchTicket() {
        return new Refused(Problem.of(
                404,
                "no-such-ticket",
                "No such ticket is known here",
                "Check the id. A ticket is known here a moment after it was opened."));
    }

    public static Refused noSuchTeam() {
        return new Refused(Problem.of(404, "no-such-team", "No such team", "Take one of GET /api/teams."));
    }

    public static Refused field(String field, String message) {
        return new Refused(Problem.invalid(List.of(new Wrong(field, message))));
    }

    Problem problem() {
        return problem;
    }
}
