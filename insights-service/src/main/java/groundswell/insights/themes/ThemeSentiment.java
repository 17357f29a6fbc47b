package groundswell.insights.themes;

import groundswell.insights.Drill;
import groundswell.insights.Drill.Filter;
import groundswell.insights.Only;
import groundswell.insights.SentimentCounts;
import groundswell.insights.Span;
import groundswell.insights.Wording;
import groundswell.insights.themes.ThemesView.Part;
import java.util.List;

/** In which mood a theme's customers write, as bars; each opens its tickets. */
final class ThemeSentiment {
    /** Empty where none was read. */
    static List<Part> parts(SentimentCounts counts, Span span, Only only) {
        long all = counts.told() + counts.unknown();
        return all == 0
                ? List.of()
                : List.of(
                        part("Upset", counts.upset(), all, Drill.opened(span, only, Filter.SENTIMENT, "upset")),
                        part("Neutral", counts.neutral(), all, Drill.opened(span, only, Filter.SENTIMENT, "neutral")),
                        part("Pleased", counts.pleased(), all, Drill.opened(span, only, Filter.SENTIMENT, "pleased")),
                        part(
                                "Cannot be told",
                                counts.unknown(),
                                all,
                                Drill.opened(span, only, Filter.SENTIMENT, "unknown")));
    }

    private static Part part(String name, long tickets, long all, Drill drill) {
        double share = (double) tickets / all;
        return new Part(name, drill.page(), Wording.number(tickets), Wording.percent(share), Math.round(share * 100));
    }

    private ThemeSentiment() {}
}
