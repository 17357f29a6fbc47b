package groundswell.ticket.rating;

import groundswell.journal.JournalRefused;
import groundswell.journal.Unanswered;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.journal.seal.KeysAway;
import groundswell.journal.seal.SubjectErased;
import groundswell.ticket.Ticket;
import groundswell.ticket.TicketRefused;
import groundswell.ticket.desk.TicketJournal;
import groundswell.ticket.http.FormLimit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer rates how they were helped. No log-in, no script needed: the link is the key, which another site does
 * not have. GET only shows, since mail scanners open links; POST rates, and may do so again while the link is valid.
 */
@Path("/rate/{token: [A-Za-z0-9_-]{1,100}}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class RatingPage {
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance rate(RatingPageView page);

        static native TemplateInstance dead(String title, String lead);
    }

    private static final String CHOOSE = "Please choose one of the five first.";
    private static final String UNREADABLE =
            "Your comment may have at most 4,000 characters, in plain text without control characters.";
    private static final String BUSY =
            "Too much came at once. Yours is still here: please wait a minute and send it again.";
    private static final String LATER = "We can’t take it this moment. It is still here: please send it again.";

    private final RatingLinks links;
    private final TicketJournal tickets;
    private final Ratings ratings;
    private final FormLimit limit;
    private final Validator rules;
    private final Clock clock;

    RatingPage(
            RatingLinks links, TicketJournal tickets, Ratings ratings, FormLimit limit, Validator rules, Clock clock) {
        this.links = links;
        this.tickets = tickets;
        this.ratings = ratings;
        this.limit = limit;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param score proposed by the link itself; nothing is rated by opening it */
    @GET
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response show(@PathParam("token") String token, @QueryParam("score") @Nullable String score) {
        return page(token, 200, RatingForm.empty(score), null);
    }

    @POST
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response rate(
            @PathParam("token") String token,
            MultivaluedMap<String, String> fields,
            @Context HttpServerRequest request) {
        var form = RatingForm.of(fields);
        var wait = limit.waitFor(request);
        if (!wait.isZero()) {
            return Response.fromResponse(page(token, 429, form, BUSY))
                    .header(HttpHeaders.RETRY_AFTER, wait.plusNanos(999_999_999).toSeconds())
                    .build();
        }
        if (form.score() == 0) {
            return page(token, 422, form, CHOOSE);
        }
        if (!rules.validate(form).isEmpty()) {
            return page(token, 422, form, UNREADABLE);
        }
        return links.read(token).map(it -> take(token, it, form)).orElseGet(RatingPage::unknown);
    }

    private Response take(String token, Rateable it, RatingForm form) {
        try {
            ratings.take(it, form);
            return Response.seeOther(URI.create("/rate/" + token)).build();
        } catch (TicketRefused refused) {
            return page(token, 200, form, null); // says why: the page judges a link as the ticket does
        } catch (SubjectErased erased) {
            return unknown();
        } catch (JournalRefused | Unanswered | KeysAway | KeyNotYetKnown unknown) {
            return page(token, 503, form, LATER); // the same view again: if it was taken after all, it counts once
        }
    }

    private Response page(String token, int status, RatingForm form, @Nullable String notice) {
        return links.read(token).map(it -> page(it, status, form, notice)).orElseGet(RatingPage::unknown);
    }

    private Response page(Rateable it, int status, RatingForm form, @Nullable String notice) {
        Ticket ticket;
        try {
            ticket = tickets.head(it.ticketId()).state();
        } catch (TicketRefused noSuchTicket) {
            return unknown();
        }
        if (ticket.merge() != null) {
            return dead(
                    "This link no longer counts",
                    "We go on with your request in another one of yours. When that is resolved, you get a new link.");
        }
        var resolution = ticket.resolution();
        if (resolution == null || ticket.reopenings() != it.cycle()) {
            return dead(
                    "This link no longer counts",
                    "Your request was opened again after we had sent it. When it is resolved, you get a new link.");
        }
        if (!resolution.rateableAt(clock.instant())) {
            return dead("This link has run out", "A rating is taken for 30 days. Thank you for wanting to give one.");
        }
        return html(status, Templates.rate(RatingPageView.of(ticket, form, notice)));
    }

    private static Response unknown() {
        return html(
                404,
                Templates.dead(
                        "This link leads nowhere",
                        "Perhaps it was cut off on its way: please open it from our message once more."));
    }

    private static Response dead(String title, String lead) {
        return html(410, Templates.dead(title, lead));
    }

    /** The address is a secret of the customer's: no other site is told it. */
    private static Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Referrer-Policy", "no-referrer")
                .entity(page)
                .build();
    }
}
