package groundswell.insights.problems;

import groundswell.insights.InsightsRefused;
import groundswell.journal.JournalRefused;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every refusal in one shape. What nobody foresaw gets a number that stands in the log beside its cause, and no more. */
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response refused(InsightsRefused refused) {
        var reason = refused.reason();
        return Problem.of(reason.code(), reason.title(), reason.status(), refused.getMessage());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid) {
        var errors = invalid.getConstraintViolations().stream()
                .map(violation -> new Problem.Wrong(field(violation), violation.getMessage()))
                .toList();
        return new Problem(
                        URI.create("/problems/invalid-request"),
                        "Please check the request",
                        400,
                        "The fields below are not as they must be.",
                        List.copyOf(errors))
                .response();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response notLoggedIn() {
        return Response.fromResponse(Problem.of(
                        "not-authenticated",
                        "No valid token",
                        401,
                        "Send a bearer token that is signed for this installation and has not expired."))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response notAllowed(ForbiddenException forbidden) {
        return Problem.of("not-allowed", "Your role may not do this", 403, "Ask with a token of a role that may.");
    }

    /** Two changed the same at once, and this one came second. */
    @ServerExceptionMapper
    Response cameSecond(OptimisticLockException second) {
        return refused(new InsightsRefused(
                InsightsRefused.Reason.CHANGED_MEANWHILE, "Read it again and send its new ETag as If-Match."));
    }

    @ServerExceptionMapper
    Response cameSecond(org.hibernate.exception.ConstraintViolationException second) {
        return refused(
                new InsightsRefused(InsightsRefused.Reason.ALREADY_NOTED, "Another one has this name and time."));
    }

    /** The database is away or busy. */
    @ServerExceptionMapper
    Response later(JournalRefused refused) {
        return Response.fromResponse(Problem.of(
                        "journal-busy",
                        "This could not be done now",
                        refused.reason().status(),
                        "Send the same request again after Retry-After seconds."))
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    /** A parameter that is not of its kind arrives as a 404 with a cause. */
    @ServerExceptionMapper
    Response http(WebApplicationException http) {
        var status = http.getResponse().getStatus();
        if (status == 404 && http.getCause() != null) {
            return Problem.of(
                    "invalid-request",
                    "Please check the request",
                    400,
                    "A parameter is not of its kind; see /q/openapi.");
        }
        var known = Response.Status.fromStatusCode(status);
        var title = known == null ? "Refused" : known.getReasonPhrase();
        var answer = Response.fromResponse(Problem.of(
                title.toLowerCase(Locale.ROOT).replace(' ', '-'), title, status, "See /q/openapi for what is here."));
        var later = http.getResponse().getHeaderString(HttpHeaders.RETRY_AFTER);
        return later == null
                ? answer.build()
                : answer.header(HttpHeaders.RETRY_AFTER, later).build();
    }

    @ServerExceptionMapper
    Response unforeseen(RuntimeException unforeseen) {
        var number = UUID.randomUUID();
        LOG.errorf(unforeseen, "Unforeseen failure %s", number);
        return Problem.of(
                "internal-error",
                "Something went wrong on our side",
                500,
                "Nothing was changed. Its number is " + number);
    }

    private static String field(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString();
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
