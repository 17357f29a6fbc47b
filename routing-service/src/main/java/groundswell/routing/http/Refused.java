package groundswell.routing.http;

import groundswell.routing.http.Problem.Wrong;
import java.util.List;
import java.util.function.UnaryOperator;

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

    public static Refused notYours() {
        return new Refused(Problem.of(
                403, "not-yours", "Only a lead may say so of somebody else", "Say it of yourself, or ask a lead."));
    }

    public static Refused noSuchPerson() {
        return new Refused(Problem.of(
                404, "no-such-person", "No such person in this team", "GET /api/teams/{team}/members lists them."));
    }

    public static Refused inAnotherTeam(String team) {
        return new Refused(Problem.of(
                409,
                "in-another-team",
                "This person belongs to the team " + team,
                "A person belongs to one team. Take them out of it first, or say movesFrom: " + team + "."));
    }

    public static Refused noSuchVersion() {
        return new Refused(Problem.of(404, "no-such-version", "No such version", "GET …/versions lists them."));
    }

    public static Refused noSuchCalendar() {
        return new Refused(
                Problem.of(404, "no-such-calendar", "No such calendar", "GET /api/routing/time-policy lists them."));
    }

    public static Refused noHolidays() {
        return new Refused(Problem.of(
                422,
                "no-holidays",
                "The file holds no day off",
                "Send an iCalendar file (RFC 5545) with all-day events between last year and five years from now."));
    }

    public static Refused noSuchTheme() {
        return new Refused(Problem.of(404, "no-such-theme", "No such theme", "GET /api/themes lists them."));
    }

    public static Refused noSuchRule() {
        return new Refused(Problem.of(404, "no-such-rule", "No such rule", "GET /api/routing/rules lists them."));
    }

    public static Refused changedMeanwhile() {
        return new Refused(Problem.of(
                412,
                "changed-meanwhile",
                "It has changed since you read it",
                "Read it again and change what is there now."));
    }

    /** What is wrong, for a person in front of a form. */
    public String advice() {
        var errors = problem.errors();
        return errors == null || errors.isEmpty()
                ? problem.detail()
                : errors.getFirst().field().replaceAll("^items\\[\\d+]\\.|when\\.", "") + " "
                        + errors.getFirst().message();
    }

    static Refused ifMatchMissing() {
        return new Refused(Problem.of(
                428, "if-match-required", "This change needs If-Match", "Read it and send its ETag, such as \"3\"."));
    }

    static Refused ifMatchUnreadable() {
        return new Refused(Problem.of(
                400, "bad-if-match", "If-Match is not a version", "Send the ETag as it came, such as \"3\"."));
    }

    public static Refused field(String field, String message) {
        return new Refused(Problem.invalid(List.of(new Wrong(field, message))));
    }

    /** The same, its fields called otherwise: as the form calls them that was filled in. */
    public Refused calling(UnaryOperator<String> fields) {
        var errors = problem.errors();
        if (errors == null) return this;
        return new Refused(Problem.invalid(errors.stream()
                .map(wrong -> new Wrong(fields.apply(wrong.field()), wrong.message()))
                .toList()));
    }

    Problem problem() {
        return problem;
    }
}
