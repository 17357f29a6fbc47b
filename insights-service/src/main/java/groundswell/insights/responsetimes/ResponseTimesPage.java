package groundswell.insights.responsetimes;

import groundswell.insights.Asked;
import groundswell.insights.Calendar;
import groundswell.insights.Dimension;
import groundswell.insights.Drill;
import groundswell.insights.Minutes;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Span;
import groundswell.insights.Waiting;
import groundswell.insights.WaitingTime;
import groundswell.insights.Window;
import groundswell.insights.Wording;
import groundswell.insights.http.Tab;
import groundswell.insights.responsetimes.ResponseTimesReader.Line;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /insights/response-times}: how long customers wait, as a distribution and by team, theme, channel or plan. */
@Path("/insights/response-times")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class ResponseTimesPage {
    private static final List<Window> WINDOWS =
            List.of(Window.DAY, Window.SEVEN_DAYS, Window.FOUR_WEEKS, Window.WEEK, Window.MONTH);

    /** Of fewer tickets a median says little. */
    private static final int FEWEST = 10;

    /** As many times as long as all wait is worth a word. */
    private static final double LONG = 1.5;

    record View(
            Span span,
            String window,
            String by,
            List<Tab> windows,
            List<Tab> dimensions,
            String heading,
            String first,
            List<Distribution> distributions,
            List<Row> rows,
            String how) {}

    /** @param link the tickets; {@code bins} from the shortest waits to the longest */
    record Distribution(String key, String title, String tickets, String link, String sentence, List<Bin> bins) {}

    record Bin(String label, String tickets, String share, long ofHundred) {}

    record Row(String name, String link, Cell firstReply, Cell resolution) {}

    /** @param tone {@code bad} where the wait is clearly longer than that of all */
    record Cell(String tickets, String link, String median, String ninetieth, String change, String tone) {}

    @CheckedTemplate(basePath = "responsetimes")
    static class Templates {
        static native TemplateInstance page(View v);
    }

    private final ResponseTimesReader reader;
    private final Names.Source names;
    private final Calendar calendar;

    ResponseTimesPage(ResponseTimesReader reader, Names.Source names, Calendar calendar) {
        this.reader = reader;
        this.names = names;
        this.calendar = calendar;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page(
            @RestQuery @DefaultValue("28d") String window, @RestQuery @DefaultValue("team") String by) {
        var asked = Asked.window(window);
        var dimension = ResponseTimesResource.dimension(by);
        var comparison = asked.at(calendar.now(), calendar.zone());
        var span = comparison.span();
        var called = names.names();
        var read = reader.read(comparison, dimension);
        return Templates.page(new View(
                span,
                asked.code(),
                dimension.code(),
                Tab.windows(WINDOWS, asked),
                Stream.of(Dimension.values())
                        .map(one -> new Tab(one.code(), label(one), one == dimension))
                        .toList(),
                label(dimension),
                first(dimension),
                List.of(
                        distribution(
                                "reply",
                                "First answer",
                                Waiting.FIRST_REPLY,
                                read.all().firstReply(),
                                span,
                                longest(read, dimension, called)),
                        distribution(
                                "resolution",
                                "Resolution",
                                Waiting.RESOLUTION,
                                read.all().resolution(),
                                span,
                                "")),
                read.lines().stream()
                        .map(line -> row(line, read.all(), dimension, span, called))
                        .toList(),
                ResponseTimesResource.HOW));
    }

    private static String label(Dimension dimension) {
        return switch (dimension) {
            case THEME -> "By theme";
            case TEAM -> "By team";
            case CHANNEL -> "By channel";
            case PLAN -> "By plan";
            case HISTORY -> "First or repeat";
        };
    }

    /** What the first column holds. */
    private static String first(Dimension dimension) {
        return switch (dimension) {
            case THEME -> "Theme";
            case TEAM -> "Team";
            case CHANNEL -> "Channel";
            case PLAN -> "Plan";
            case HISTORY -> "Ticket";
        };
    }

    private static Distribution distribution(
            String key, String title, Waiting waiting, WaitingTime time, Span span, String more) {
        return new Distribution(
                key,
                title,
                Wording.tickets(time.tickets()),
                new Drill(waiting.measure(), span, Only.ALL, Drill.Live.ANY).page(),
                time.tickets() == 0 ? "" : capital(time.sentence()) + "." + more,
                bins(waiting, time));
    }

    private static List<Bin> bins(Waiting waiting, WaitingTime time) {
        var bins = new ArrayList<Bin>();
        if (time.tickets() == 0) {
            return bins;
        }
        long before = 0;
        for (int i = 0; i < time.within().size(); i++) {
            bins.add(bin(
                    (i == 0 ? "within " : "to ")
                            + Minutes.round(waiting.bounds().get(i)),
                    time.within().get(i) - before,
                    time.tickets()));
            before = time.within().get(i);
        }
        bins.add(bin("longer", time.tickets() - before, time.tickets()));
        return bins;
    }

    private static Bin bin(String label, long tickets, long all) {
        var share = (double) tickets / all;
        return new Bin(label, Wording.number(tickets), Wording.percent(share), Math.round(share * 100));
    }

    /** Whose customers wait clearly longest, where anybody's do. */
    private static String longest(ResponseTimesReader.Read read, Dimension by, Names called) {
        return read.lines().stream()
                .filter(line -> isLong(line.firstReply(), read.all().firstReply()))
                .max(Comparator.comparingDouble((Line line) -> line.firstReply().median()))
                .map(line -> " The longest wait is for " + called.of(by, line.code()) + ": "
                        + line.firstReply().sentence() + ".")
                .orElse("");
    }

    private static Row row(Line line, Line all, Dimension by, Span span, Names called) {
        var only = Only.ALL.with(by, line.code());
        return new Row(
                called.of(by, line.code()),
                by == Dimension.THEME ? "/themes/" + line.code() : "",
                cell(Waiting.FIRST_REPLY, line.firstReply(), line.firstReplyBefore(), all.firstReply(), span, only),
                cell(Waiting.RESOLUTION, line.resolution(), line.resolutionBefore(), all.resolution(), span, only));
    }

    private static Cell cell(
            Waiting waiting, WaitingTime time, WaitingTime before, WaitingTime all, Span span, Only only) {
        if (time.tickets() == 0) {
            return new Cell("0", "", "–", "–", "", "");
        }
        return new Cell(
                Wording.number(time.tickets()),
                new Drill(waiting.measure(), span, only, Drill.Live.ANY).page(),
                Minutes.of(time.median()),
                Minutes.of(time.ninetieth()),
                before.tickets() == 0 ? "" : Minutes.signed(Math.round(time.median() - before.median())),
                isLong(time, all) ? "bad" : "");
    }

    private static boolean isLong(WaitingTime time, WaitingTime all) {
        return time.tickets() >= FEWEST && time.median() > all.median() && time.median() >= LONG * all.median();
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
