package groundswell.insights.problems;

import groundswell.insights.InsightsRefused;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
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

    @ServerExceptionMapper
    Response http(WebApplicationException http) {
        var status = http.getResponse().getStatus();
        var known = Response.Status.fromStatusCode(status);
        var title = known == null ? "Refused" : known.getReasonPhrase();
        return Problem.of(title.toLowerCase(Locale.ROOT).replace(' ', '-'), title, status, null);
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
