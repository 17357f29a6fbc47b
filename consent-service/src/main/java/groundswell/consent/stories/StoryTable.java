package groundswell.consent.stories;

import groundswell.consent.Consent;
import groundswell.consent.ConsentStatus;
import groundswell.consent.Story;
import groundswell.consent.StoryStatus;
import groundswell.consent.http.Cursor;
import groundswell.consent.journal.ConsentJournal;
import groundswell.consent.journal.DatabaseAway;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds stories in the journal's own heads. A story and the consent it lives by are one row, so one statement sees both
 * as they are at that moment: there is no copy of a permission that could be behind.
 */
@ApplicationScoped
class StoryTable {
    /** A story with the consent it lives by, and whose ticket it is as we know it now. */
    record Found(Consent consent, Story story, UUID requesterId) {}

    /** A ticket whose customer allows a story that nobody has drafted. */
    record Untold(
            UUID ticketId,
            long number,
            @Nullable String theme,
            @Nullable String industry,
            Instant grantedAt) {}

    private static final String STORIES = "select s.state::text, st.value ->> 'storyId', k.requester_id"
            + " from journal_stream s join known_ticket k using (ticket_id)"
            + " cross join lateral jsonb_array_elements(s.state -> 'stories') st";
    private static final String NEWEST =
            " order by (st.value ->> 'changedAt')::timestamptz desc, st.value ->> 'storyId' desc limit ?";
    private static final String UNTOLD = "select s.ticket_id, k.number, t.theme, k.industry, s.changed_at from"
            + " journal_stream s join known_ticket k using (ticket_id) left join ticket_theme t using (ticket_id) where"
            + " s.consent_status = ? and (s.ends_at is null or s.ends_at > ?) and cardinality(s.story_ids) = 0 and"
            + " k.requester_id = s.requester_id and s.state #> '{answer,scopes}' ??| array['aggregate_quote',"
            + " 'case_study'] order by s.changed_at desc limit ?";

    private final DataSource database;
    private final ConsentJournal consents;

    StoryTable(DataSource database, ConsentJournal consents) {
        this.database = database;
        this.consents = consents;
    }

    /** Released, and covered at {@code now}, as far as columns can tell; the caller asks the consent itself once more. */
    List<Found> released(StoryFilter filter, int limit, @Nullable Cursor after, Instant now) {
        var sql = STORIES + " where s.released > 0 and s.consent_status = ? and (s.ends_at is null or s.ends_at > ?)"
                + " and k.requester_id = s.requester_id and st.value ->> 'status' = ?"
                + (filter.theme() == null ? "" : " and st.value ->> 'theme' = ?")
                + (filter.industry() == null ? "" : " and lower(st.value ->> 'industry') = lower(?)")
                + (filter.since() == null ? "" : " and (st.value ->> 'changedAt')::timestamptz >= ?")
                + (after == null
                        ? ""
                        : " and ((st.value ->> 'changedAt')::timestamptz, st.value ->> 'storyId') < (?, ?)")
                + NEWEST;
        return query(sql, statement -> {
            int i = 1;
            statement.setString(i++, ConsentStatus.GRANTED.toString());
            statement.setObject(i++, now.atOffset(ZoneOffset.UTC));
            statement.setString(i++, StoryStatus.RELEASED.toString());
            if (filter.theme() != null) {
                statement.setString(i++, filter.theme());
            }
            if (filter.industry() != null) {
                statement.setString(i++, filter.industry());
            }
            if (filter.since() != null) {
                statement.setObject(i++, filter.since().atOffset(ZoneOffset.UTC));
            }
            if (after != null) {
                statement.setObject(i++, after.at().atOffset(ZoneOffset.UTC));
                statement.setString(i++, after.id());
            }
            statement.setInt(i, limit);
        });
    }

    /** Whatever their consent: for reviewers, who must see what was recalled too. */
    List<Found> inStatus(List<StoryStatus> statuses, int limit) {
        return query(
                STORIES + " where cardinality(s.story_ids) > 0 and st.value ->> 'status' = any (?)" + NEWEST,
                statement -> {
                    statement.setArray(
                            1,
                            statement
                                    .getConnection()
                                    .createArrayOf(
                                            "text",
                                            statuses.stream()
                                                    .map(StoryStatus::toString)
                                                    .toArray()));
                    statement.setInt(2, limit);
                });
    }

    Optional<Found> one(UUID storyId) {
        return query(STORIES + " where s.story_ids @> array[?] and st.value ->> 'storyId' = ?" + NEWEST, statement -> {
                    statement.setObject(1, storyId);
                    statement.setString(2, storyId.toString());
                    statement.setInt(3, 1);
                })
                .stream()
                .findFirst();
    }

    List<Untold> untold(int limit, Instant now) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(UNTOLD)) {
            statement.setString(1, ConsentStatus.GRANTED.toString());
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setInt(3, limit);
            var found = new ArrayList<Untold>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Untold(
                            row.getObject(1, UUID.class),
                            row.getLong(2),
                            row.getString(3),
                            row.getString(4),
                            row.getTimestamp(5).toInstant()));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private List<Found> query(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            var found = new ArrayList<Found>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var consent = consents.state(row.getString(1));
                    var story = consent.story(UUID.fromString(row.getString(2)));
                    if (story != null) {
                        found.add(new Found(consent, story, row.getObject(3, UUID.class)));
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }
}
