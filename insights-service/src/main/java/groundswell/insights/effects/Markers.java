package groundswell.insights.effects;

import groundswell.insights.Calendar;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.Marker;
import groundswell.insights.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Keeps launches and fixes. */
@ApplicationScoped
public class Markers implements Marker.Source {
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

    /** @param isNew false where the same was noted before: then it is that one */
    record Noted(MarkerRow row, boolean isNew) {}

    private final EntityManager entities;
    private final Validator validator;
    private final Calendar calendar;

    Markers(EntityManager entities, Validator validator, Calendar calendar) {
        this.validator = validator;
        this.entities = entities;
        this.calendar = calendar;
    }

    /** Two copies at once: the second waits for the first, and finds it. */
    @Transactional
    Noted note(Marker.Kind kind, MarkerInput input, String who) {
        check(input);
        var at = at(input);
        var themes = themes(kind, input);
        int added = entities.createNativeQuery(
                        "insert into insights_marker (id, kind, name, happened_at, themes, noted_by,"
                                + " noted_at, version) values (:id, :kind, :name, :at, :themes, :who, :now, 0) on conflict do nothing")
                .setParameter("id", UUID.randomUUID())
                .setParameter("kind", kind.code())
                .setParameter("name", input.name().strip())
                .setParameter("at", at)
                .setParameter("themes", themes.toArray(String[]::new))
                .setParameter("who", who)
                .setParameter("now", calendar.now())
                .executeUpdate();
        return new Noted(MarkerRow.same(kind, input.name().strip(), at).orElseThrow(), added > 0);
    }

    @Transactional
    MarkerRow change(Marker.Kind kind, UUID id, int version, MarkerInput input) {
        check(input);
        var row = expected(kind, id, version);
        var at = input.at() == null ? row.happenedAt : at(input);
        var same = MarkerRow.same(kind, input.name().strip(), at);
        if (same.isPresent() && !same.get().id.equals(id)) {
            throw new InsightsRefused(Reason.ALREADY_NOTED, "Another one has this name and time.");
        }
        if (!row.happenedAt.equals(at) || !row.themes.equals(themes(kind, input))) {
            // what was told of it was told of something else
            entities.createNativeQuery("delete from insights_effect_told where marker_id = :id")
                    .setParameter("id", id)
                    .executeUpdate();
        }
        row.name = input.name().strip();
        row.happenedAt = at;
        row.themes = themes(kind, input);
        entities.flush();
        return row;
    }

    @Transactional
    void remove(Marker.Kind kind, UUID id, int version) {
        expected(kind, id, version).delete();
        entities.flush();
    }

    @Transactional
    List<MarkerRow> newest(Marker.Kind kind, int limit) {
        return MarkerRow.newest(kind, limit);
    }

    @Transactional
    MarkerRow known(Marker.Kind kind, UUID id) {
        return MarkerRow.of(kind, id)
                .orElseThrow(() -> new InsightsRefused(
                        Reason.NOT_NOTED,
                        "GET /api/" + (kind == Marker.Kind.FIX ? "fixes" : "launches") + " lists those there are."));
    }

    @Override
    @Transactional
    public List<Marker> of(String theme, Span span) {
        return in(span).stream().filter(marker -> marker.concerns(theme)).toList();
    }

    @Override
    @Transactional
    public List<Marker> in(Span span) {
        return MarkerRow.<MarkerRow>list("happenedAt >= ?1 and happenedAt < ?2", span.from(), span.to()).stream()
                .map(MarkerRow::marker)
                .sorted(Comparator.comparing(Marker::at).thenComparing(Marker::id))
                .toList();
    }

    private void check(MarkerInput input) {
        var wrong = validator.validate(input);
        if (!wrong.isEmpty()) {
            throw new ConstraintViolationException(wrong);
        }
    }

    private MarkerRow expected(Marker.Kind kind, UUID id, int version) {
        var row = known(kind, id);
        if (row.version != version) {
            throw new InsightsRefused(Reason.CHANGED_MEANWHILE, "Read it again and send its new ETag as If-Match.");
        }
        return row;
    }

    /** To the second: what is written again by another system is the same then. */
    private Instant at(MarkerInput input) {
        var at = (input.at() == null ? calendar.now() : input.at()).truncatedTo(ChronoUnit.SECONDS);
        if (at.isBefore(FIRST) || at.isAfter(calendar.now().plus(366, ChronoUnit.DAYS))) {
            throw new InsightsRefused(Reason.UNREADABLE_TIME, "A time between 1970 and a year from now.");
        }
        return at;
    }

    private static List<String> themes(Marker.Kind kind, MarkerInput input) {
        var themes = input.distinctThemes();
        if (kind == Marker.Kind.FIX && themes.isEmpty()) {
            throw new InsightsRefused(Reason.NO_THEME, "Name in themes what the fix is for.");
        }
        return themes;
    }
}
