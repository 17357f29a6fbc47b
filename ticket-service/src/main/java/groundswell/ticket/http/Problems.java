package groundswell.ticket.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import groundswell.journal.JournalRefused;
import groundswell.journal.Unanswered;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.journal.seal.KeysAway;
import groundswell.journal.seal.SubjectErased;
import groundswell.ticket.TicketRefused;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Everything that can go wrong in a request, as a problem that says what to do. Nothing of the request's text is logged. */
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    public Response refusedByRequest(Refused refused) {
        return refused.problem().asResponse();
    }

    @ServerExceptionMapper
    public Response refusedByTicket(TicketRefused refused) {
        var reason = refused.reason();
        int status = reason == TicketRefused.Reason.NO_SUCH_TICKET ? 404 : 409;
        var hint = refused.instead()
                .map(ticket -> reason.hint() + " It is /api/tickets/" + ticket + ".")
                .orElse(reason.hint());
        return Problem.of(status, reason.code(), reason.title(), hint).asResponse();
    }

    @ServerExceptionMapper
    public Response refusedByJournal(JournalRefused refused) {
        var problem = switch (refused.reason()) {
            case VERSION_CONFLICT ->
                Problem.of(
                        412,
                        "version-conflict",
                        "The ticket has changed since you read it",
                        "Read the ticket again and send its new ETag as If-Match.");
            case REQUEST_MISMATCH ->
                Problem.of(
                        422,
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for another request",
                        "Send a new key with a new request, or the same body with the same key.");
            case REQUEST_IN_PROGRESS ->
                Problem.of(
                        409,
                        "request-in-progress",
                        "The first copy of this request is still under way",
                        "Send it again after Retry-After seconds: the answer will be the same.");
            case TOO_LARGE ->
                Problem.of(413, "too-large", "The text is too long to keep", "Send less than 512 KiB in one message.");
            case BUSY ->
                Problem.of(
                        503, "busy", "The journal is busy", "Send the same request again after Retry-After seconds.");
            case BEHIND_TOPIC ->
                Problem.of(
                        503,
                        "recovering",
                        "The journal is being recovered",
                        "An operator has to act; send the same request again later.");
        };
        return retryable(problem);
    }

    @ServerExceptionMapper
    public Response erased(SubjectErased erased) {
        return Problem.of(
                        410,
                        "requester-erased",
                        "The requester has been erased",
                        "Nothing can be written for them any more; open a new ticket for whoever wrote this.")
                .asResponse();
    }

    /** Taken up, and no answer came in time: it may stand in the log or not. */
    @ServerExceptionMapper
    public Response unanswered(Unanswered unanswered) {
        return Problem.of(
                        504,
                        "outcome-unknown",
                        "It is not known whether this was recorded",
                        "Read it before you send it again, or send it with an Idempotency-Key.")
                .asResponse();
    }

    @ServerExceptionMapper
    public Response keysAway(KeysAway away) {
        return retryable(Problem.of(
                503, "busy", "The database is away", "Send the same request again after Retry-After seconds."));
    }

    @ServerExceptionMapper
    public Response keyNotYetKnown(KeyNotYetKnown missing) {
        return retryable(Problem.of(
                503,
                "key-on-its-way",
                "A requester's key has not arrived yet",
                "Send the same request again after Retry-After seconds."));
    }

    private static Response retryable(Problem problem) {
        var response = Response.fromResponse(problem.asResponse());
        boolean later = problem.status() == 503 || problem.type().endsWith("request-in-progress");
        return later ? response.header(HttpHeaders.RETRY_AFTER, 1).build() : response.build();
    }

    @ServerExceptionMapper
    public Response notValid(ConstraintViolationException invalid) {
        return Problem.invalid(invalid.getConstraintViolations().stream()
                        .map(violation -> new Problem.Fault(fieldOf(violation), violation.getMessage()))
                        .sorted(java.util.Comparator.comparing(Problem.Fault::field))
                        .toList())
                .asResponse();
    }

    /** The path inside the body: a resource's method and its parameter come first and are nobody's business. */
    private static String fieldOf(ConstraintViolation<?> violation) {
        var path = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(Object::toString)
                .toList();
        return String.join(
                ".", path.size() > 2 ? path.subList(2, path.size()) : path.subList(path.size() - 1, path.size()));
    }

    @ServerExceptionMapper
    public Response notOfThatKind(MismatchedInputException unreadable) {
        return UnreadableJson.explain(unreadable).asResponse();
    }

    @ServerExceptionMapper
    public Response notReadable(JsonProcessingException unreadable) {
        return unreadable.getCause() instanceof Refused refused
                ? refused.problem().asResponse()
                : UnreadableJson.explain(unreadable).asResponse();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response notLoggedIn() {
        return Response.fromResponse(Problem.of(
                                401,
                                "not-authenticated",
                                "No valid token",
                                "Send a bearer token that is signed for this installation and has not expired.")
                        .asResponse())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response notAllowed(ForbiddenException forbidden) {
        return Problem.of(403, "not-allowed", "Your role may not do this", "Ask with a token of a role that may.")
                .asResponse();
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException unreadable) {
            return notReadable(unreadable);
        }
        if (failure.getCause() instanceof Refused refused) {
            return refused.problem().asResponse();
        }
        int status = failure.getResponse().getStatus();
        return switch (status) {
            case 404 ->
                Problem.of(404, "not-found", "Nothing is here", "Check the address; /q/openapi lists all.")
                        .asResponse();
            case 405 ->
                Problem.of(405, "method-not-allowed", "This method is not known here", "See /q/openapi.")
                        .asResponse();
            case 406 ->
                Problem.of(406, "not-acceptable", "No such representation", "Accept application/json.")
                        .asResponse();
            case 413 -> SizeLimit.tooLarge().asResponse();
            case 415 ->
                Problem.of(
                                415,
                                "unsupported-media-type",
                                "This media type is not understood",
                                "See /q/openapi for the Content-Type.")
                        .asResponse();
            default ->
                status >= 500
                        ? unforeseen(failure)
                        : Problem.of(status, "bad-request", "The request is not acceptable", "See /q/openapi.")
                                .asResponse();
        };
    }

    /** Logs where it happened and what kind it was; an exception's own text may quote a customer and stays unsaid. */
    @ServerExceptionMapper
    public Response unforeseen(Throwable failure) {
        var place = new RuntimeException(failure.getClass().getName());
        place.setStackTrace(failure.getStackTrace());
        LOG.error("A request failed unforeseen", place);
        return Problem.of(
                        500,
                        "internal-error",
                        "Something failed here",
                        "It is logged. Send the same request again later.")
                .asResponse();
    }
}
