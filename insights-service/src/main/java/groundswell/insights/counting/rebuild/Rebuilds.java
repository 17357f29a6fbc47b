package groundswell.insights.counting.rebuild;

import groundswell.insights.Calendar;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rebuilds that were wanted; one runs at a time. */
@ApplicationScoped
public class Rebuilds {
    /** @param isNew false where one runs already: then it is that one */
    record Wanted(RebuildRow row, boolean isNew) {}

    private final EntityManager entities;
    private final Calendar calendar;

    Rebuilds(EntityManager entities, Calendar calendar) {
        this.entities = entities;
        this.calendar = calendar;
    }

    @Transactional
    Wanted want(String who) {
        var wanted = tried(who);
        // the running one may end between the two statements
        return wanted.orElseGet(() -> tried(who).orElseThrow());
    }

    private Optional<Wanted> tried(String who) {
        int added = entities.createNativeQuery("insert into insights_rebuild (id, wanted_at, wanted_by, state)"
                        + " values (:id, :now, :who, 'running') on conflict do nothing")
                .setParameter("id", UUID.randomUUID())
                .setParameter("now", calendar.now())
                .setParameter("who", who)
                .executeUpdate();
        return RebuildRow.running().map(row -> new Wanted(row, added > 0));
    }

    @Transactional
    RebuildRow cancel(UUID id) {
        if (!end(id, RebuildRow.CANCELLED, "Somebody cancelled it; the live counts are as they were")) {
            known(id);
            throw new InsightsRefused(Reason.REBUILD_ENDED, "There is nothing to cancel.");
        }
        return known(id);
    }

    @Transactional
    RebuildRow known(UUID id) {
        return RebuildRow.<RebuildRow>findByIdOptional(id)
                .orElseThrow(() ->
                        new InsightsRefused(Reason.NO_REBUILD, "GET /api/insights/rebuilds lists those there are."));
    }

    @Transactional
    List<RebuildRow> newest(int limit) {
        return RebuildRow.newest(limit);
    }

    @Transactional
    Optional<UUID> running() {
        return RebuildRow.running().map(row -> row.id);
    }

    /** False once it is not to go on. */
    @Transactional
    boolean progress(UUID id, long events, long ofEvents) {
        return RebuildRow.update("events = ?2, ofEvents = ?3 where id = ?1 and state = 'running'", id, events, ofEvents)
                > 0;
    }

    /** False where it had ended. */
    @Transactional
    boolean end(UUID id, String state, @Nullable String message) {
        return RebuildRow.update(
                        "state = ?2, message = ?3, endedAt = ?4 where id = ?1 and state = 'running'",
                        id,
                        state,
                        message,
                        calendar.now())
                > 0;
    }
}
