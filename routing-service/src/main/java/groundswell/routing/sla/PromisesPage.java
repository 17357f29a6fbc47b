package groundswell.routing.sla;

import groundswell.routing.PeopleNames;
import groundswell.routing.Teams;
import groundswell.routing.TimePolicy;
import groundswell.routing.http.Caller;
import groundswell.routing.http.Refresh;
import groundswell.routing.http.Refused;
import groundswell.routing.sla.TimePolicyInput.CalendarInput;
import groundswell.routing.sla.TimePolicyInput.LevelInput;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What is promised to whom, by which hours, and how well it is kept. Each form changes one part of the policy. */
@Path("/routing/promises")
@Produces(MediaType.TEXT_HTML)
public class PromisesPage {
    private static final Duration KEPT = Duration.ofDays(28);
    private static final String NEW = "new";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance promises(PromisesView v, Map<String, String> calendars, boolean mayChange);
    }

    private final StoredTimePolicy book;
    private final TargetsQuery targets;
    private final Teams teams;
    private final PeopleNames names;
    private final Caller caller;
    private final Validator validator;
    private final Clock clock;

    PromisesPage(
            StoredTimePolicy book,
            TargetsQuery targets,
            Teams teams,
            PeopleNames names,
            Caller caller,
            Validator validator,
            Clock clock) {
        this.book = book;
        this.targets = targets;
        this.teams = teams;
        this.names = names;
        this.caller = caller;
        this.validator = validator;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance page() {
        var policy = book.now();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var view = PromisesView.of(policy, book.history(), targets.kept(KEPT), teams, names.known(), today);
        var calendars = new TreeMap<String, String>();
        policy.calendars().forEach(calendar -> calendars.put(calendar.code(), calendar.name()));
        calendars.put("always", "Day and night");
        return Templates.promises(view, calendars, caller.maySetUp());
    }

    /** @param place of the level from 0, or {@value #NEW}: before the last, which is usually everybody's */
    @PUT
    @Path("/levels/{place}")
    @RolesAllowed({"lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response putLevel(
            @PathParam("place") String place,
            @NotNull @FormParam("version") Integer version,
            MultivaluedMap<String, String> form) {
        var draft = Draft.of(unchanged(version));
        var level = PolicyForms.level(form);
        if (level.targets().isEmpty()) throw Refused.field("name", "must promise at least one time");
        if (place.equals(NEW)) draft.levels.add(Math.max(0, draft.levels.size() - 1), level);
        else draft.levels.set(draft.place(place), level);
        return put(draft, version, "Promises: " + level.name());
    }

    @PUT
    @Path("/levels/{place}/removal")
    @RolesAllowed({"lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response removeLevel(@PathParam("place") String place, @NotNull @FormParam("version") Integer version) {
        var draft = Draft.of(unchanged(version));
        var gone = draft.levels.remove(draft.place(place));
        return put(draft, version, "No promises of their own: " + gone.name());
    }

    /** @param code of a calendar that is there or not yet */
    @PUT
    @Path("/calendars")
    @RolesAllowed({"lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response putCalendar(
            @NotNull @FormParam("code") String code,
            @NotNull @FormParam("version") Integer version,
            MultivaluedMap<String, String> form) {
        var draft = Draft.of(unchanged(version));
        var calendar = PolicyForms.calendar(code, form);
        if (draft.calendars.removeIf(one -> one.code().equals(code)) && form.containsKey("added"))
            throw Refused.field("code", "is another calendar's too");
        draft.calendars.add(calendar);
        return put(draft, version, "Hours: " + calendar.name());
    }

    @PUT
    @Path("/calendars/{code}/removal")
    @RolesAllowed({"lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response removeCalendar(@PathParam("code") String code, @NotNull @FormParam("version") Integer version) {
        var draft = Draft.of(unchanged(version));
        if (!draft.calendars.removeIf(one -> one.code().equals(code))) throw Refused.noSuchCalendar();
        return put(draft, version, "Calendar removed: " + code);
    }

    @PUT
    @Path("/calendars/{code}/holidays")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({"lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response holidays(
            @PathParam("code") String code, @NotNull @RestForm Integer version, @NotNull @RestForm FileUpload file) {
        var policy = unchanged(version);
        var calendar = policy.calendars().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(Refused::noSuchCalendar);
        if (file.size() > Holidays.LARGEST_FILE) throw Refused.field("file", "must be smaller than a megabyte");
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(calendar.timeZone()));
        var holidays = Holidays.of(text(file), today);
        if (holidays.days().isEmpty()) throw Refused.noHolidays();
        var draft = Draft.of(policy);
        draft.calendars.replaceAll(
                one -> one.code().equals(code) ? PolicyForms.of(calendar.with(holidays.days())) : one);
        return put(draft, version, "Days off of " + code + " from an iCalendar file");
    }

    @PUT
    @Path("/stale")
    @RolesAllowed({"lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response stale(@NotNull @FormParam("version") Integer version, MultivaluedMap<String, String> form) {
        var draft = Draft.of(unchanged(version));
        draft.stale = PolicyForms.stale(form);
        return put(draft, version, "When nothing happens");
    }

    private TimePolicy unchanged(int version) {
        var policy = book.now();
        if (policy.version() != version) throw Refused.changedMeanwhile();
        return policy;
    }

    /** @param what was changed, for whoever reads the history */
    private Response put(Draft draft, int version, String what) {
        var input = new TimePolicyInput(draft.calendars, draft.levels, draft.stale, what);
        try {
            validator.validate(input).stream().findFirst().ifPresent(wrong -> {
                throw Refused.field(wrong.getPropertyPath().toString(), wrong.getMessage());
            });
            var calendars = input.businessCalendars();
            var levels = input.serviceLevels(calendars);
            book.change(calendars, levels, input.stale(), what, version, caller.cause());
        } catch (Refused refused) {
            throw refused.calling(PolicyForms::fieldOf);
        }
        caller.introduce(names);
        return Refresh.page();
    }

    private static String text(FileUpload file) {
        try {
            return Files.readString(file.uploadedFile(), StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw Refused.field("file", "must be an iCalendar file in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The policy while one part of it is changed. */
    private static final class Draft {
        final List<CalendarInput> calendars = new ArrayList<>();
        final List<LevelInput> levels = new ArrayList<>();
        Map<String, Integer> stale = Map.of();

        static Draft of(TimePolicy policy) {
            var draft = new Draft();
            policy.calendars().forEach(calendar -> draft.calendars.add(PolicyForms.of(calendar)));
            policy.published().levels().forEach(level -> draft.levels.add(PolicyForms.of(level)));
            draft.stale = policy.published().staleMinutes();
            return draft;
        }

        int place(String place) {
            if (!place.matches("\\d{1,2}") || Integer.parseInt(place) >= levels.size())
                throw Refused.field("place", "is not one of the levels");
            return Integer.parseInt(place);
        }
    }
}
