package groundswell.insights.words;

import groundswell.insights.Asked;
import groundswell.insights.Calendar;
import groundswell.insights.CountedTicket;
import groundswell.insights.Cue;
import groundswell.insights.Drill;
import groundswell.insights.Drill.Filter;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Wording;
import groundswell.insights.words.WordsResource.Said;
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
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /insights/kudos}, and the part of a theme's page that quotes what customers say of it. */
@Path("/insights")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class WordsPage {
    private static final int KUDOS = 100, QUOTES = 2;

    private static final String HOW_KUDOS =
            "English sentences in which customers thank you for help or praise it, in whatever they"
                    + " wrote in the last 28 days; “thanks in advance”, and thanks that go on to say what still fails, do not count. Each"
                    + " customer is quoted once, with the newest, under the team that has the ticket now; a hundred customers at most. Names"
                    + " are left out, and what erased customers wrote can’t be opened by anybody."
                    + CountedTicket.LEFT_OUT;

    /** @param link the tickets in which it was found */
    record Line(String label, String tickets, String link, long ofHundred, List<Said> quotes) {}

    record Words(String sentence, List<Line> lines, String how) {}

    record Team(String key, String name, List<Said> kudos) {}

    @CheckedTemplate(basePath = "words")
    static class Templates {
        static native TemplateInstance kudos(List<Team> teams, String how);

        static native TemplateInstance words(Words w);
    }

    private final WordsReader words;
    private final Names.Source names;
    private final Calendar calendar;

    WordsPage(WordsReader words, Names.Source names, Calendar calendar) {
        this.words = words;
        this.names = names;
        this.calendar = calendar;
    }

    @GET
    @Path("kudos")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance kudos() {
        var span = Asked.window("28d").at(calendar.now(), calendar.zone()).span();
        var called = names.names();
        var teams = new TreeMap<String, List<Said>>();
        for (var quote : words.quotes(Cue.THANKS, span, null, null, KUDOS)) {
            teams.computeIfAbsent(called.team(quote.team()), _ -> new ArrayList<>())
                    .add(WordsResource.said(quote, called));
        }
        var shown = new ArrayList<Team>();
        teams.forEach((team, kudos) -> shown.add(new Team("team-" + shown.size(), team, kudos)));
        return Templates.kudos(shown, HOW_KUDOS);
    }

    @GET
    @Path("words")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance ofTheme(@RestQuery String theme, @RestQuery @DefaultValue("28d") String window) {
        var only = Only.code(theme);
        var span = Asked.window(window).at(calendar.now(), calendar.zone()).span();
        var called = names.names();
        var counts = words.count(span, only);
        var most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        var lines = counts.entrySet().stream()
                .sorted(Map.Entry.<Cue, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> new Line(
                        entry.getKey().label(),
                        Wording.number(entry.getValue()),
                        Drill.opened(
                                        span,
                                        Only.theme(only),
                                        Filter.CUE,
                                        entry.getKey().code())
                                .page(),
                        entry.getValue() * 100 / most,
                        words.quotes(entry.getKey(), span, only, null, QUOTES).stream()
                                .map(quote -> WordsResource.said(quote, called))
                                .toList()))
                .toList();
        return Templates.words(new Words(sentence(counts), lines, WordsResource.HOW));
    }

    /** Whether they look for it in vain, or find it and don't understand it: two different repairs. */
    static String sentence(Map<Cue, Long> counts) {
        long find = counts.getOrDefault(Cue.CANT_FIND, 0L), understand = counts.getOrDefault(Cue.CONFUSING, 0L);
        var figures = Wording.number(find) + " can’t find it, " + Wording.number(understand) + " find it confusing.";
        if (find + understand < 5) {
            return "";
        }
        if (find >= 2 * understand) {
            return "Rather hidden than hard to understand: " + figures;
        }
        return understand >= 2 * find
                ? "Rather hard to understand than hidden: " + figures
                : "Both hidden and hard to understand: " + figures;
    }
}
