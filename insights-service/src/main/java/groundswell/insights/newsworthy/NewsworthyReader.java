package groundswell.insights.newsworthy;

import groundswell.insights.Churn;
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
    /** @param accountsKnown whether any account that wrote has been described, so that it is known who leaves */
    record Read(List<Lead> leads, boolean accountsKnown) {}

    private final Counts counts;
    private final Satisfaction.Source ratings;
    private final Churn.Source churn;

    NewsworthyReader(Counts counts, Satisfaction.Source ratings, Churn.Source churn) {
        this.churn = churn;
        this.counts = counts;
        this.ratings = ratings;
    }

    Read read(Comparison week, Thresholds thresholds) {
        var gone = churn.knownAt(week.span().to());
        var leads = Newsworthy.of(
                counts.compare(week, Dimension.THEME, Only.ALL), ratings.openedIn(week.span()), gone, thresholds);
        return new Read(leads, gone.all().accounts() > 0);
    }
}
