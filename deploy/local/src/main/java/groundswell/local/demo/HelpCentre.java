package groundswell.local.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * What Wendolo's help centre tells: eight weeks of visits and searches. The same day has the same figures however often it
 * is told.
 */
final class HelpCentre {
    private static final int DAYS = 56;
    private static final String JSON = "application/json";
    private static final Blocks KNOWN = Blocks.read("help-centre.txt");

    static void tell(Api api) throws IOException, InterruptedException {
        var today = LocalDate.now(ZoneOffset.UTC);
        for (int ago = 1; ago <= DAYS; ago++) {
            var day = today.minusDays(ago);
            var path = "/api/help-centre/" + day;
            api.put("integrator", path + "/articles", JSON, articles(day, ago).encode());
            api.put("integrator", path + "/searches", JSON, searches(day).encode());
        }
    }

    static JsonObject articles(LocalDate day, int ago) {
        var random = new Random(day.toEpochDay() * 104_729);
        var items = new JsonArray();
        for (var cells : rows("articles")) {
            // nobody reads about Calendar 3 before it is there
            double early = cells[1].contains("Calendar 3") && ago > Month.LAUNCHED ? 0.1 : 1;
            long visits = some(Integer.parseInt(cells[3]) * early, day, random);
            items.add(new JsonObject()
                    .put("article", cells[0])
                    .put("title", cells[1])
                    .put("theme", cells[2])
                    .put("visits", visits)
                    .put("visitors", visits - visits / 6));
        }
        return new JsonObject().put("items", items);
    }

    static JsonObject searches(LocalDate day) {
        var random = new Random(day.toEpochDay() * 1_299_709);
        var items = new JsonArray();
        for (var cells : rows("searches")) {
            double usual = Integer.parseInt(cells[1]);
            long searches = some(usual, day, random);
            items.add(new JsonObject()
                    .put("term", cells[0])
                    .put("searches", searches)
                    .put("people", Math.round(searches * Integer.parseInt(cells[2]) / usual))
                    .put("opened", Math.round(searches * Integer.parseInt(cells[3]) / usual)));
        }
        return new JsonObject().put("items", items);
    }

    private static List<String[]> rows(String block) {
        return Objects.requireNonNull(KNOWN.byName().get(block), block).stream()
                .map(line -> line.split(" \\| "))
                .toList();
    }

    /** About as many as on a usual working day; few at weekends. */
    private static long some(double usual, LocalDate day, Random random) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return Math.round(usual * (weekend ? 0.3 : 1) * (0.8 + 0.4 * random.nextDouble()));
    }

    private HelpCentre() {}
}
