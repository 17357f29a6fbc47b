package groundswell.insights.reports;

import groundswell.insights.Calendar;
import groundswell.insights.Churn;
import groundswell.insights.Cost;
import groundswell.insights.Grain;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.Marker;
import groundswell.insights.Names;
import groundswell.insights.Newsworthy.Thresholds;
import groundswell.insights.Span;
import groundswell.insights.SurgeKey;
import groundswell.insights.Surges;
import groundswell.insights.reports.Given.GivenSurge;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Gathers what a report is made of. */
@ApplicationScoped
public class Foundations {
    private static final int MOST_SURGES = 20, LOOKED_AT = 500;

    /** What a report is made of. */
    record Foundation(Given given, Evidence evidence) {}

    private final EvidenceInDatabase evidence;
    private final Marker.Source markers;
    private final Surges surges;
    private final Names.Source names;
    private final Thresholds.Source thresholds;
    private final Churn.Source churn;
    private final Cost.Rate rate;
    private final Calendar calendar;

    Foundations(
            EvidenceInDatabase evidence,
            Marker.Source markers,
            Surges surges,
            Names.Source names,
            Thresholds.Source thresholds,
            Churn.Source churn,
            Cost.Rate rate,
            Calendar calendar) {
        this.evidence = evidence;
        this.markers = markers;
        this.surges = surges;
        this.names = names;
        this.thresholds = thresholds;
        this.churn = churn;
        this.rate = rate;
        this.calendar = calendar;
    }

    Foundation of(ReportPeriod period) throws SQLException {
        var comparison = period.comparison(calendar.zone());
        var now = calendar.now();
        if (now.isBefore(comparison.span().to())) {
            throw new InsightsRefused(
                    Reason.NOT_OVER,
                    period.title() + " is over at " + comparison.span().to() + ".");
        }
        var given = new Given(
                period.title(),
                comparison,
                calendar.zone(),
                now,
                names.names(),
                rate,
                thresholds.now(),
                churn.knownAt(comparison.span().to()),
                noted(comparison.span()),
                surges.openedIn(comparison.span(), null, LOOKED_AT).stream()
                        .filter(found -> found.surge().key().kind() != SurgeKey.Kind.TAG)
                        .limit(MOST_SURGES)
                        .map(Foundations::surge)
                        .toList());
        return new Foundation(given, evidence.openedIn(new Span(from(given), to(given))));
    }

    /** What may show an effect in the period, and what was shipped in the four weeks before the first of them. */
    private List<Marker> noted(Span period) {
        var noted = markers.in(new Span(period.from().minus(Given.BASELINE), period.to()));
        return noted.isEmpty() ? noted : markers.in(new Span(baseline(noted.getFirst()), period.to()));
    }

    private static Instant baseline(Marker marker) {
        return Grain.DAY.floor(marker.at().minus(Given.BASELINE));
    }

    /** Of an earlier one that names its themes, no tickets need to be known. */
    private static Instant from(Given given) {
        var shown = given.shown();
        return given.markers().stream()
                .filter(marker -> shown.contains(marker) || marker.themes().isEmpty())
                .map(Foundations::baseline)
                .filter(first -> first.isBefore(given.period().before().from()))
                .min(Instant::compareTo)
                .orElse(given.period().before().from());
    }

    /** A surge may last beyond the period that it began in. */
    private static Instant to(Given given) {
        return given.surges().stream()
                .map(surge -> surge.span().to())
                .filter(last -> last.isAfter(given.period().span().to()))
                .max(Instant::compareTo)
                .orElse(given.period().span().to());
    }

    private static GivenSurge surge(Surges.Found found) {
        var surge = found.surge();
        return new GivenSurge(
                surge.key().kind() == SurgeKey.Kind.THEME ? surge.key().code() : null,
                new Span(surge.began(), surge.unusualTo()),
                surge.expected(),
                found.customers());
    }
}
