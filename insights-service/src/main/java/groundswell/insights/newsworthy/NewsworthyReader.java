package groundswell.insights.newsworthy;

import groundswell.insights.Comparison;
import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Newsworthy;
import groundswell.insights.Newsworthy.Lead;
import groundswell.insights.Newsworthy.Thresholds;
import groundswell.insights.Only;
import groundswell.insights.Satisfaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads a week and decides. */
@ApplicationScoped
public class NewsworthyReader {
    private final Counts counts;
    private final Satisfaction.Source ratings;

    NewsworthyReader(Counts counts, Satisfaction.Source ratings) {
        this.counts = counts;
        this.ratings = ratings;
    }

    List<Lead> leads(Comparison week, Thresholds thresholds) {
        return Newsworthy.of(
                counts.compare(week, Dimension.THEME, Only.ALL), ratings.openedIn(week.span()), thresholds);
    }
}
