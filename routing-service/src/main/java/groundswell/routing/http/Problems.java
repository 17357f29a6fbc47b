package groundswell.routing.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import groundswell.journal.JournalRefused;
import groundswell.journal.Unanswered;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.journal.seal.KeysAway;
import groundswell.routing.http.Problem.Wrong;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure of a request as a problem. Logs say where and of what kind; never what was sent. */
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    public Response refused(Refused refused) {
        return refused.problem().response();
    }

    @ServerExceptionMapper
    public Response journal(JournalRefused refused) {
        return refused.reason() == JournalRefused.Reason.VERSION_CONFLICT
                ? Problem.of(
                                412,
                                "changed-meanwhile",
                                "It has changed since you read it",
                                "Read it again and send its new ETag as If-Match.")
                        .response()
                : later(refused.reason().status(), "This could not be done now");
    }

    /** Taken up, and no answer came in time: it may stand in the log or not. */
    @ServerExceptionMapper
    public Response unanswered(Unanswered unanswered) {
        return Problem.of(
                        504,
                        "outcome-unknown",
                        "It is not known whether this was recorded",
                        "Read it before you send it again, or send it with an Idempotency-Key.")
                .response();
    }

    @ServerExceptionMapper
    public Response keysAway(KeysAway away) {
        return later(503, "The database is away");
    }

    @ServerExceptionMapper
    public Response keyNotYetKnown(KeyNotYetKnown missing) {
        return later(503, "A requester's key has not arrived yet");
    }

    private static Response later(int status, String title) {
        var problem =
                Problem.of(status, "journal-busy", title, "Send the same request again after Retry-After seconds.");
        return Response.fromResponse(problem.response())
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    @ServerExceptionMapper
    public Response notValid(ConstraintViolationException invalid) {
        return Problem.invalid(invalid.getConstraintViolations().stream()
                        .map(violation -> new Wrong(field(violation), violation.getMessage()))
                        .sorted(Comparator.comparing(Wrong::field))
                        .toList())
                .response();
    }

    /** The path without the resource's method and parameter. */
    private static String field(ConstraintViolation<?> violation) {
        var path = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(Object::toString)
                .toList();
        return String.join(
                ".", path.size() > 2 ? path.subList(2, path.size()) : path.subList(path.size() - 1, path.size()));
    }

    /** Named by itself, or the framework's own answer to it would come first. */
    @ServerExceptionMapper
    public Response notOfThatKind(MismatchedInputException unreadable) {
        return notReadable(unreadable);
    }

    @ServerExceptionMapper
    public Response notReadable(JsonProcessingException unreadable) {
        if (unreadable instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            var path = mapping.getPath().stream()
                    .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                    .collect(Collectors.joining("."));
            return Problem.invalid(List.of(new Wrong(path, "is unknown or not of the expected kind; see /q/openapi")))
                    .response();
        }
        return Problem.of(400, "malformed-json", "The body is not JSON", "Send one JSON object in UTF-8.")
                .response();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response notLoggedIn() {
        var problem = Problem.of(
                401, "not-authenticated", "No valid token", "Send a bearer token of this house that has not expired.");
        return Response.fromResponse(problem.response())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response notAllowed(ForbiddenException forbidden) {
        return Problem.of(403, "not-allowed", "Your role may not do this", "Ask with a token of a role that may.")
                .response();
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException unreadable) return notReadable(unreadable);
        int status = failure.getResponse().getStatus();
        return switch (status) {
            case 404 ->
                Problem.of(404, "not-found", "Nothing is here", "Check the address; see /q/openapi.")
                        .response();
            case 405 ->
                Problem.of(405, "method-not-allowed", "Not with this method", "See /q/openapi.")
                        .response();
            case 406 ->
                Problem.of(406, "not-acceptable", "Not in this form", "Accept application/json.")
                        .response();
            case 413 ->
                Problem.of(413, "too-large", "The body is too large", "Send less in one request.")
                        .response();
            case 415 ->
                Problem.of(415, "unsupported-media-type", "Not this content type", "Send application/json.")
                        .response();
            default ->
                status < 500
                        ? Problem.of(status, "bad-request", "The request is not acceptable", "See /q/openapi.")
                                .response()
                        : unforeseen(failure);
        };
    }

    @ServerExceptionMapper
    public Response unforeseen(Throwable failure) {
        var place = new IllegalStateException(failure.getClass().getName());
        place.setStackTrace(failure.getStackTrace());
        LOG.error("A request failed unforeseen", place);
        return Problem.of(500, "internal-error", "Something failed here", "It is logged. Try again later.")
                .response();
    }
}
