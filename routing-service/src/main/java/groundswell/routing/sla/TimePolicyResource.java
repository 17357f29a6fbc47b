package groundswell.routing.sla;

import groundswell.routing.BusinessCalendar;
import groundswell.routing.Edition.TimePolicyPublished;
import groundswell.routing.ServiceLevel;
import groundswell.routing.TimePolicy;
import groundswell.routing.http.Caller;
import groundswell.routing.http.Refused;
import groundswell.routing.journal.Editions.Published;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What customers are promised: times per plan and priority, and the calendars by which they pass. */
@Path("/api/routing/time-policy")
public class TimePolicyResource {
    public record PolicyView(
            int version,
            List<BusinessCalendar> calendars,
            List<ServiceLevel> levels,
            Map<String, Integer> staleMinutes) {
        static PolicyView of(TimePolicyPublished e) {
            return new PolicyView(e.version(), e.calendars(), e.levels(), e.staleMinutes());
        }
    }

    /** Who put a version in force, when and why. */
    public record Version(
            int version, Instant at, String by, @Nullable String note) {}

    /**
     * @param version the policy's; as before for a dry run
     * @param holidays the calendar's days off from now on, or as they would be
     * @param skipped events of the file that are no day off
     */
    public record Imported(int version, List<BusinessCalendar.Holiday> holidays, int skipped) {}

    private final StoredTimePolicy book;
    private final Caller caller;
    private final Clock clock;

    TimePolicyResource(StoredTimePolicy book, Caller caller, Clock clock) {
        this.book = book;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("**")
    @RunOnVirtualThread
    @Operation(summary = "The promises in force")
    public Response policy() {
        return answer(book.now());
    }

    @PUT
    @RolesAllowed({"lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "Promise other times",
            description = "All of them. Tickets that are open keep what they were promised when they were opened.")
    @APIResponse(responseCode = "412", description = "The policy has changed since If-Match")
    @APIResponse(responseCode = "428", description = "If-Match is missing: the version that is changed")
    public Response change(@NotNull @Valid TimePolicyInput input) {
        int expected = caller.expectedVersion();
        var calendars = input.businessCalendars();
        var levels = input.serviceLevels(calendars);
        return answer(book.change(calendars, levels, input.stale(), input.note(), expected, caller.cause()));
    }

    @PUT
    @Path("/calendars/{calendar}/holidays")
    @Consumes("text/calendar")
    @RolesAllowed({"lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "Take a calendar's days off from an iCalendar file",
            description = "Its all-day events, with those that recur, from last year to five years from now, take the"
                    + " place of the days off that were there.")
    @APIResponse(responseCode = "404", description = "No such calendar")
    @APIResponse(responseCode = "422", description = "The file holds no day off")
    public Imported holidays(
            String calendar,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull @Size(max = Holidays.LARGEST_FILE) String file) {
        var now = dryRun ? book.now() : book.at(caller.expectedVersion());
        if (!dryRun && now.version() != caller.expectedVersion()) throw Refused.changedMeanwhile();
        var known = now.calendars().stream()
                .filter(one -> one.code().equals(calendar))
                .findFirst()
                .orElseThrow(Refused::noSuchCalendar);
        var holidays = Holidays.of(file, LocalDate.ofInstant(clock.instant(), ZoneId.of(known.timeZone())));
        if (holidays.days().isEmpty()) throw Refused.noHolidays();
        if (dryRun) return new Imported(now.version(), holidays.days(), holidays.skipped());
        var calendars = now.calendars().stream()
                .map(one -> one.code().equals(calendar) ? one.with(holidays.days()) : one)
                .toList();
        var next = book.change(
                calendars,
                now.published().levels(),
                now.published().staleMinutes(),
                "Days off of " + calendar + " from an iCalendar file",
                now.version(),
                caller.cause());
        return new Imported(next.version(), holidays.days(), holidays.skipped());
    }

    @GET
    @Path("/versions")
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "Who changed it, newest first")
    public List<Version> versions() {
        return book.history().reversed().stream()
                .map(TimePolicyResource::version)
                .toList();
    }

    @GET
    @Path("/versions/{version}")
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "The promises as they were")
    @APIResponse(responseCode = "404", description = "No such version")
    public PolicyView version(int version) {
        var policy = book.at(version);
        if (policy.version() != version) throw Refused.noSuchVersion();
        return PolicyView.of(policy.published());
    }

    private static Version version(Published<TimePolicyPublished> published) {
        var e = published.edition();
        return new Version(e.version(), e.at(), published.by(), e.note());
    }

    private static Response answer(TimePolicy policy) {
        return Response.ok(PolicyView.of(policy.published()))
                .tag(Integer.toString(policy.version()))
                .build();
    }
}
