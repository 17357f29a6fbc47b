package groundswell.consent.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import groundswell.consent.ConsentRefused;
import groundswell.consent.journal.DatabaseAway;
import groundswell.journal.JournalRefused;
import groundswell.journal.Unanswered;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.journal.seal.KeysAway;
import groundswell.journal.seal.SubjectErased;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every refusal and failure as a problem. Nothing of the request is logged: its path may hold a customer's token. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response refusal(Refusal e) {
        return e.problem().asResponse();
    }

    @ServerExceptionMapper
    public Response refused(ConsentRefused e) {
        var reason = e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of(e.reason().status(), reason, e.reason().advice()).asResponse();
    }

    @ServerExceptionMapper
    public Response journal(JournalRefused e) {
        var reason = e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var status = e.reason().status();
        var answer = Response.fromResponse(
                Problem.of(status, reason, String.valueOf(e.getMessage())).asResponse());
        return status == 503 || status == 409
                ? answer.header(HttpHeaders.RETRY_AFTER, 1).build()
                : answer.build();
    }

    /** Taken up, and no answer came in time: it may stand in the log or not. */
    @ServerExceptionMapper
    public Response unanswered(Unanswered e) {
        return Problem.of(
                        504,
                        "outcome-unknown",
                        "It is not known whether this was recorded: look before you send it again.")
                .asResponse();
    }

    @ServerExceptionMapper
    public Response away(DatabaseAway e) {
        return Response.fromResponse(Problem.of(503, "busy", "The database is away; try again shortly.")
                        .asResponse())
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    @ServerExceptionMapper({KeyNotYetKnown.class, KeysAway.class})
    public Response notYet(RuntimeException e) {
        return Response.fromResponse(
                        Problem.of(503, "not-yet", "The customer's key has not arrived here yet; try again shortly.")
                                .asResponse())
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    @ServerExceptionMapper
    public Response erased(SubjectErased e) {
        return Problem.of(410, "customer-erased", "This customer has been erased; nothing of theirs can be used.")
                .asResponse();
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        return Problem.invalid(e.getConstraintViolations().stream()
                        .map(v -> new Problem.Fault(last(v.getPropertyPath().toString()), v.getMessage()))
                        .sorted(Comparator.comparing(Problem.Fault::field))
                        .toList())
                .asResponse();
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public Response unreadable(JsonProcessingException e) {
        var field = e instanceof JsonMappingException m
                ? m.getPath().stream()
                        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                        .collect(Collectors.joining("."))
                : "body";
        return Problem.invalid(field.isEmpty() ? "body" : field, "is not acceptable here; see the API description")
                .asResponse();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthorized(RuntimeException e) {
        return Response.fromResponse(Problem.of(
                                401,
                                "not-logged-in",
                                "Send a valid bearer token; this one is missing, wrong or expired.")
                        .asResponse())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return Problem.of(403, "wrong-role", "Your role may not do this.").asResponse();
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e) {
        // Some failures of reading a body arrive wrapped.
        if (e.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        var status = e.getResponse().getStatus();
        return status < 400
                ? e.getResponse()
                : Problem.of(status, "http-" + status, Advice.of(status)).asResponse();
    }

    @ServerExceptionMapper
    public Response failure(RuntimeException e) {
        var id = UUID.randomUUID();
        LOG.errorf("Request failed, id %s: %s at %s", id, e.getClass().getName(), place(e));
        return Problem.of(500, "internal-error", "It is our fault. Tell an operator this id: " + id)
                .asResponse();
    }

    /** Where, without the message: it may quote somebody. */
    private static String place(Throwable e) {
        var root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        var where = root.getStackTrace().length == 0 ? "?" : root.getStackTrace()[0].toString();
        return root.getClass().getName() + " in " + where;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
