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
import groundswell.insights.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Reads a week and decides. */
@ApplicationScoped
public class NewsworthyReader {
    /** @param accountsKnown whether any account that wrote has been described, so that it is known who leaves */
    record Read(List<Lead> leads, boolean accountsKnown) {}

    private final Counts counts;
    /** Who leaves does so weeks after a ticket: more of them are looked at than those of one week. */
    private static final Duration CHURN = Duration.ofDays(90);

    private final Satisfaction.Source ratings;
    private final Churn.Source churn;

    NewsworthyReader(Counts counts, Satisfaction.Source ratings, Churn.Source churn) {
        this.churn = churn;
        this.counts = counts;
        this.ratings = ratings;
    }

    Read read(Comparison week, Thresholds thresholds) {
        var gone = churn.openedIn(Span.endingAt(week.span().to(), CHURN));
        var leads = Newsworthy.of(
                counts.compare(week, Dimension.THEME, Only.ALL), ratings.openedIn(week.span()), gone, thresholds);
        return new Read(leads, gone.all().accounts() > 0);
    }
}
