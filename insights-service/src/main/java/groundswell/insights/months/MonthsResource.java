package groundswell.insights.months;

import groundswell.insights.Asked;
import groundswell.insights.Drill;
import groundswell.insights.Months;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.http.Csv;
import groundswell.insights.http.Table;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code GET /api/insights/months}: each theme's part of all tickets by month, and what it does. */
@Path("/api/insights/months")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class MonthsResource {
    private static final int MOST = 60;

    public record Answer(List<String> months, List<Item> items) {}

    /** @param course growing, shrinking, recurring, steady or too_few */
    public record Item(String theme, String name, String course, List<Month> months) {}

    public record Month(String month, long tickets, long of, double share, String link) {}

    private final MonthsReader reader;
    private final Names.Source names;

    MonthsResource(MonthsReader reader, Names.Source names) {
        this.reader = reader;
        this.names = names;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(summary = "Themes by month", description = "The last whole months, the oldest first.")
    @APIResponse(responseCode = "400", description = "Too many or too few months")
    public Answer months(@RestQuery @DefaultValue("12") int months) {
        var read = reader.last(Asked.limit(months, MOST));
        var called = names.names();
        return new Answer(
                read.months().stream().map(Object::toString).toList(),
                read.themes().entrySet().stream()
                        .map(theme -> new Item(
                                theme.getKey(),
                                called.theme(theme.getKey()),
                                theme.getValue().course().code(),
                                months(theme.getKey(), theme.getValue(), read)))
                        .toList());
    }

    @GET
    @Path("csv")
    @Produces(Csv.TYPE)
    @RunOnVirtualThread
    @Operation(summary = "The same as CSV: one line a theme and month")
    public String csv(@RestQuery @DefaultValue("12") int months) {
        var read = reader.last(Asked.limit(months, MOST));
        var called = names.names();
        var csv = new Csv("theme", "name", "course", "month", "tickets", "of", "share");
        read.themes().forEach((theme, course) -> {
            for (int i = 0; i < read.months().size(); i++) {
                csv.line(
                        theme,
                        called.theme(theme),
                        course.course().code(),
                        read.months().get(i),
                        course.tickets()[i],
                        course.all()[i],
                        course.share(i));
            }
        });
        return csv.text();
    }

    private static List<Month> months(String theme, Months course, MonthsReader.Read read) {
        var months = new ArrayList<Month>();
        for (int i = 0; i < read.months().size(); i++) {
            months.add(new Month(
                    read.months().get(i).toString(),
                    course.tickets()[i],
                    course.all()[i],
                    course.share(i),
                    Drill.opened(read.spans().get(i), Only.theme(theme)).api()));
        }
        return months;
    }
}
