package groundswell.insights.effects;

import groundswell.insights.Calendar;
import groundswell.insights.Days;
import groundswell.insights.FixEffect;
import groundswell.insights.InsightsEvent.FixMeasured;
import groundswell.insights.InsightsEvent.RegressionSuspected;
import groundswell.insights.LaunchEffect;
import groundswell.insights.Marker;
import groundswell.insights.Names;
import groundswell.insights.journal.Hearing;
import groundswell.insights.journal.InsightsJournal;
import groundswell.insights.journal.InsightsJournal.News;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.journal.inbox.OwnTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Policy: launches and fixes of the last months are measured, and a verdict that is another than the last one told is told.
 * The row of what was told decides between two replicas.
 */
@Singleton
class WhenAnEffectIsKnownThenTell {
    private static final Logger LOG = Logger.getLogger(WhenAnEffectIsKnownThenTell.class);
    private static final String ACTOR = "policy:when-an-effect-is-known-then-tell";
    private static final int MOST = 200;
    private static final Duration MEASURED = Duration.ofDays(LaunchEffect.LONGEST + 7);

    /** @param theme empty for all of a fix's themes together */
    private record Verdict(UUID marker, String theme, String code, News news) {}

    private final DataSource database;
    private final Markers markers;
    private final EffectReader effects;
    private final Carriers carriers;
    private final InsightsJournal journal;
    private final Names.Source names;
    private final Calendar calendar;
    private final Hearing hearing;

    WhenAnEffectIsKnownThenTell(
            DataSource database,
            Markers markers,
            EffectReader effects,
            Carriers carriers,
            InsightsJournal journal,
            Names.Source names,
            Calendar calendar,
            Hearing hearing) {
        this.hearing = hearing;
        this.database = database;
        this.markers = markers;
        this.effects = effects;
        this.carriers = carriers;
        this.journal = journal;
        this.names = names;
        this.calendar = calendar;
    }

    @Scheduled(every = "{groundswell.insights.effects-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        if (!hearing.isUpToDate()) {
            return;
        }
        for (var kind : Marker.Kind.values()) {
            var measured = markers.newest(kind, MOST).stream()
                    .map(MarkerRow::marker)
                    .filter(marker -> marker.at().isAfter(calendar.now().minus(MEASURED)))
                    .toList();
            var days = effects.days(measured);
            measured.forEach(marker -> measure(marker, days));
        }
    }

    /** One that fails does not hold up the others. */
    private void measure(Marker marker, Days days) {
        try {
            for (var verdict : marker.kind() == Marker.Kind.FIX ? fix(marker, days) : launch(marker, days)) {
                OwnTransaction.run(database, transaction -> tell(verdict, transaction));
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("The effect of %s could not be measured (%s)", marker.id(), Hearing.describe(e));
        }
    }

    private List<Verdict> fix(Marker fix, Days days) {
        var effect = days.of(fix);
        if (effect.verdict() == FixEffect.Verdict.TOO_EARLY || effect.days() < FixEffect.LEAST) {
            return List.of();
        }
        var event = new FixMeasured(
                fix.id(),
                fix.name(),
                fix.themes(),
                effect.verdict().code(),
                effect.change(),
                effect.ratio().low() - 1,
                effect.ratio().high() - 1,
                effect.before(),
                effect.after(),
                effect.days(),
                carriers.of(fix.themes(), effects.before(fix)),
                fix.name() + ": " + effect.sentence(),
                effects.after(fix).to());
        return List.of(new Verdict(
                fix.id(),
                "",
                effect.verdict().code(),
                new News("theme:" + fix.themes().getFirst(), event)));
    }

    private List<Verdict> launch(Marker launch, Days days) {
        var verdicts = new ArrayList<Verdict>();
        var called = names.names();
        days.ofLaunch(launch).forEach((theme, effect) -> {
            if (effect.verdict() == LaunchEffect.Verdict.REGRESSION) {
                var event = new RegressionSuspected(
                        launch.id(),
                        launch.name(),
                        theme,
                        effect.ratio().times(),
                        effect.seen(),
                        effect.expected(),
                        effect.days(),
                        launch.name() + ", " + called.theme(theme) + ": " + effect.sentence(),
                        days.today().atStartOfDay(days.zone()).toInstant());
                verdicts.add(
                        new Verdict(launch.id(), theme, effect.verdict().code(), new News("theme:" + theme, event)));
            }
        });
        return verdicts;
    }

    private boolean tell(Verdict verdict, InboxTransaction transaction) throws SQLException {
        try (var put = transaction.connection().prepareStatement("""
                insert into insights_effect_told as t (marker_id, theme, verdict)
                select ?, ?, ? where exists (select from insights_marker where id = ?)
                on conflict (marker_id, theme) do update set verdict = excluded.verdict
                where t.verdict <> excluded.verdict""")) {
            put.setObject(1, verdict.marker());
            put.setString(2, verdict.theme());
            put.setString(3, verdict.code());
            put.setObject(4, verdict.marker());
            if (put.executeUpdate() == 0) {
                return false;
            }
        }
        journal.tell(List.of(verdict.news()), ACTOR, transaction);
        return true;
    }
}
