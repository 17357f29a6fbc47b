package groundswell.insights.reading;

import groundswell.insights.http.Caller;
import groundswell.insights.reading.ReadingListResource.Entry;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /insights/reading}: last week's tickets to read, one after the other. */
@Path("/insights/reading")
@RolesAllowed({"agent", "lead", "ops", "product", "admin"})
public class ReadingListPage {
    /** @param week its Monday */
    record View(String week, List<Entry> items, int read, int minutesLeft, String how) {}

    private static final DateTimeFormatter MONDAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    @CheckedTemplate(basePath = "reading")
    static class Templates {
        static native TemplateInstance list(View v);

        static native TemplateInstance list$items(View v);
    }

    private final ReadingLists lists;
    private final ReadMarks marks;
    private final ReadingListResource resource;
    private final Caller caller;

    ReadingListPage(ReadingLists lists, ReadMarks marks, ReadingListResource resource, Caller caller) {
        this.lists = lists;
        this.marks = marks;
        this.resource = resource;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page() {
        return Templates.list(view());
    }

    private View view() {
        var chosen = lists.of(caller.person(), null);
        var list = resource.answer(chosen);
        int all = list.items().size();
        return new View(
                MONDAY.format(chosen.week().monday()),
                list.items(),
                list.read(),
                Math.ceilDiv((all - list.read()) * 3, 2),
                list.chosen());
    }

    @POST
    @Path("{ticket}/read")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance read(@PathParam("ticket") UUID ticket) {
        marks.read(caller.person(), ticket);
        return Templates.list$items(view());
    }
}
