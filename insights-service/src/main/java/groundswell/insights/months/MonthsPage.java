package groundswell.insights.months;

import groundswell.insights.Drill;
import groundswell.insights.Months;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Wording;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /insights/months}: a table of themes by month, darker where a theme's part is larger. */
@Path("/insights/months")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class MonthsPage {
    private static final int MONTHS = 6;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    record View(List<String> months, List<Row> rows) {}

    record Row(String name, String link, String course, String tone, List<Cell> cells, String spark) {}

    /** @param weight of its colour, 0 to 100 */
    record Cell(String share, String tickets, String link, long weight) {}

    @CheckedTemplate(basePath = "months")
    static class Templates {
        static native TemplateInstance page(View v);
    }

    private final MonthsReader reader;
    private final Names.Source names;

    MonthsPage(MonthsReader reader, Names.Source names) {
        this.reader = reader;
        this.names = names;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page() {
        var read = reader.last(MONTHS);
        var called = names.names();
        var largest = read.themes().values().stream()
                .mapToDouble(MonthsPage::largest)
                .max()
                .orElse(1);
        var rows = read.themes().entrySet().stream()
                .filter(theme -> Arrays.stream(theme.getValue().tickets()).sum() > 0)
                .sorted(Comparator.comparingLong((Map.Entry<String, Months> theme) ->
                                -Arrays.stream(theme.getValue().tickets()).sum())
                        .thenComparing(Map.Entry::getKey))
                .map(theme -> row(theme.getKey(), theme.getValue(), read, called, largest))
                .toList();
        return Templates.page(new View(read.months().stream().map(NAME::format).toList(), rows));
    }

    private static double largest(Months months) {
        double largest = 0;
        for (int month = 0; month < months.all().length; month++) {
            largest = Math.max(largest, months.share(month));
        }
        return largest;
    }

    private static Row row(String theme, Months months, MonthsReader.Read read, Names called, double largest) {
        var cells = new ArrayList<Cell>();
        var permille = new long[MONTHS];
        for (int month = 0; month < MONTHS; month++) {
            permille[month] = Math.round(months.share(month) * 1_000);
            cells.add(new Cell(
                    months.all()[month] == 0 ? "–" : Wording.percent(months.share(month)),
                    Wording.number(months.tickets()[month]),
                    Drill.opened(read.spans().get(month), Only.theme(theme)).page(),
                    Math.round(60 * months.share(month) / largest)));
        }
        return new Row(
                called.theme(theme),
                "/themes/" + theme,
                words(months.course()),
                tone(months.course()),
                cells,
                Wording.line(permille));
    }

    private static String words(Months.Course course) {
        return switch (course) {
            case GROWING -> "Growing";
            case SHRINKING -> "Shrinking";
            case RECURRING -> "Comes back";
            case STEADY -> "Steady";
            case TOO_FEW -> "Too few to say";
        };
    }

    private static String tone(Months.Course course) {
        return switch (course) {
            case GROWING -> "warn";
            case SHRINKING -> "ok";
            case RECURRING -> "on";
            case STEADY, TOO_FEW -> "";
        };
    }
}
