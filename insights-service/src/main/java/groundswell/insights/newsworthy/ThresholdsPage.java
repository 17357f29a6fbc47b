package groundswell.insights.newsworthy;

import groundswell.insights.Calendar;
import groundswell.insights.Names;
import groundswell.insights.Newsworthy.Lead;
import groundswell.insights.Newsworthy.Thresholds;
import groundswell.insights.Week;
import groundswell.insights.http.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /insights/newsworthy/thresholds}: what others would have done to the last weeks, before they are put in force. */
@Path("/insights/newsworthy")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class ThresholdsPage {
    private static final int WEEKS = 4;

    /** @param tried whether {@code values} are others than those in force */
    record View(
            int version,
            Values values,
            boolean tried,
            boolean mayChange,
            List<Preview> weeks,
            List<Version> versions,
            Learnt learnt) {}

    /** As the form shows them, parts in percent. */
    record Values(String share, String growth, int newFrom, int fewestRated) {}

    /** What is newsworthy in a week with those in force, and with those that are tried. */
    record Preview(String week, String link, List<Told> told) {}

    /** @param badge {@code ok} where only what is tried would tell it, {@code warn} where it would not any more */
    record Told(String name, String badge, String note) {}

    /** @param at null for what was shipped */
    record Version(
            int number,
            String share,
            String growth,
            int newFrom,
            int fewestRated,
            @Nullable Instant at) {}

    /** What the form sends. */
    static class Form {
        @FormParam("share")
        @Nullable
        Double share;

        @FormParam("growth")
        @Nullable
        Double growth;

        @FormParam("newFrom")
        @Nullable
        Integer newFrom;

        @FormParam("fewestRated")
        @Nullable
        Integer fewestRated;

        @FormParam("version")
        int version;
    }

    @CheckedTemplate(basePath = "newsworthy")
    static class Templates {
        static native TemplateInstance thresholds(View v);
    }

    private final NewsworthyReader reader;
    private final Leads leads;
    private final ThresholdVersions thresholds;
    private final Names.Source names;
    private final Calendar calendar;
    private final Validator validator;
    private final Caller caller;

    ThresholdsPage(
            NewsworthyReader reader,
            Leads leads,
            ThresholdVersions thresholds,
            Names.Source names,
            Calendar calendar,
            Validator validator,
            Caller caller) {
        this.reader = reader;
        this.leads = leads;
        this.thresholds = thresholds;
        this.names = names;
        this.calendar = calendar;
        this.validator = validator;
        this.caller = caller;
    }

    @GET
    @Path("thresholds")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page(
            @RestQuery @Nullable Double share,
            @RestQuery @Nullable Double growth,
            @RestQuery @Nullable Integer newFrom,
            @RestQuery @Nullable Integer fewestRated) {
        var all = thresholds.all();
        var now = all.getFirst().thresholds();
        var tried = checked(now, share, growth, newFrom, fewestRated).as(now.version());
        return Templates.thresholds(new View(
                now.version(),
                new Values(percent(tried.share()), percent(tried.growth()), tried.newFrom(), tried.fewestRated()),
                !tried.equals(now),
                caller.has("product", "pr", "admin"),
                previews(now, tried),
                all.stream().map(ThresholdsPage::version).toList(),
                Learnt.from(leads.judged(), now)));
    }

    @POST
    @Path("thresholds")
    @RolesAllowed({"product", "pr", "admin"})
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(@BeanParam Form form) {
        var change = checked(thresholds.now(), form.share, form.growth, form.newFrom, form.fewestRated);
        thresholds.put(change.as(form.version + 1), caller.actor(), calendar.now());
        return Response.noContent()
                .header("HX-Redirect", "/insights/newsworthy/thresholds")
                .build();
    }

    /** What is not said stays as it is. */
    private ThresholdChange checked(
            Thresholds now,
            @Nullable Double share,
            @Nullable Double growth,
            @Nullable Integer newFrom,
            @Nullable Integer fewestRated) {
        var change = new ThresholdChange(
                share == null ? now.share() : share / 100,
                growth == null ? now.growth() : growth / 100,
                newFrom == null ? now.newFrom() : newFrom,
                fewestRated == null ? now.fewestRated() : fewestRated);
        var wrong = validator.validate(change);
        if (!wrong.isEmpty()) {
            throw new ConstraintViolationException(wrong);
        }
        return change;
    }

    private List<Preview> previews(Thresholds now, Thresholds tried) {
        var called = names.names();
        var weeks = new ArrayList<Preview>();
        var week = Week.of(calendar.now(), calendar.zone());
        for (int i = 0; i < WEEKS; i++, week = week.previous()) {
            var comparison = week.soFar(calendar.now(), calendar.zone());
            var before = themes(reader.read(comparison, now).leads());
            var after = tried.equals(now)
                    ? before
                    : themes(reader.read(comparison, tried).leads());
            var told = new ArrayList<Told>();
            before.forEach(theme -> told.add(
                    after.contains(theme)
                            ? new Told(called.theme(theme), "", "")
                            : new Told(called.theme(theme), "warn", "not any more")));
            after.stream()
                    .filter(theme -> !before.contains(theme))
                    .forEach(theme -> told.add(new Told(called.theme(theme), "ok", "new")));
            weeks.add(new Preview(week.toString(), "/insights/newsworthy?week=" + week, told));
        }
        return weeks;
    }

    private static List<String> themes(List<Lead> leads) {
        return leads.stream().map(Lead::theme).toList();
    }

    private static Version version(ThresholdVersions.Version version) {
        var t = version.thresholds();
        return new Version(
                t.version(),
                percent(t.share()) + "\u00a0%",
                percent(t.growth()) + "\u00a0%",
                t.newFrom(),
                t.fewestRated(),
                version.at());
    }

    /** Without digits that say nothing: {@code 5}, {@code 2.5}. */
    static String percent(double part) {
        return BigDecimal.valueOf(part * 100)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
