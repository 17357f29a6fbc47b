package groundswell.insights.counting.rebuild;

import static groundswell.insights.InsightsApiTest.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import groundswell.insights.counting.World;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RebuildTest {
    private static final String TICKETS = "/api/insights/aggregates?window=24h&theme=";

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    World world;

    @BeforeEach
    void published() throws Exception {
        world = World.published(kafka);
        await().until(() -> recountIsEqual());
    }

    @Test
    void what_went_wrong_is_right_again_and_readers_and_consumers_never_notice() throws Exception {
        world.another("rebuilt", "product");
        await().untilAsserted(() -> assertThat(counted("rebuilt")).isEqualTo(1));
        run("update insights_count set tickets = tickets + 7 where theme = 'rebuilt'");
        run("update insights_day_version set version = version + 1");
        assertThat(recountIsEqual()).isFalse();
        var ended = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var seen = threads.submit(() -> {
                var numbers = new ArrayList<Integer>();
                while (!ended.get()) {
                    numbers.add(counted("rebuilt"));
                }
                return numbers;
            });
            var writing = threads.submit(() -> {
                for (int i = 0; i < 60 && !ended.get(); i++) {
                    world.another("written-meanwhile-" + i % 12, "product");
                }
            });
            try {
                done(wanted());
            } finally {
                ended.set(true);
            }
            writing.get();
            // nothing in between, such as an empty table
            assertThat(seen.get()).contains(8, 1).isSubsetOf(8, 1);
        }
        world.another("rebuilt", "product");
        await().untilAsserted(() -> assertThat(counted("rebuilt")).isEqualTo(2));
        await().untilAsserted(() -> assertThat(recountIsEqual()).isTrue());
    }

    @Test
    void indexes_and_keys_have_the_names_they_had() throws Exception {
        var before = shape();
        done(wanted());
        assertThat(shape()).isEqualTo(before).hasSizeGreaterThan(20);
        assertThat(read("select nspname from pg_namespace where nspname like 'rebuild%'"))
                .isEmpty();
    }

    @Test
    void who_reads_meanwhile_is_never_refused_and_what_is_left_of_another_is_no_hindrance() throws Exception {
        run("create schema rebuild; create table rebuild.insights_count (half int); create schema rebuild_retired");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // as a page does: versions first, and the counts of the same moment after a while
            statement.executeQuery("select count(*) from insights_day_version");
            var id = wanted();
            await().atMost(Duration.ofSeconds(30)).until(() -> attempted());
            statement.executeQuery("select count(*) from insights_count join insights_ticket using (theme)");
            connection.commit();
            done(id);
        }
    }

    /** Somebody waits, or has waited, for a lock on all tables. */
    private boolean attempted() throws SQLException {
        return !read("select query from pg_stat_activity where query like 'lock table rebuild.journal_inbox%'")
                .isEmpty();
    }

    @Test
    void who_has_an_answer_is_told_that_it_may_be_another() throws Exception {
        var tag = as("ops").get(TICKETS + "login&by=team").header("ETag");
        done(wanted());
        as("ops")
                .header("If-None-Match", tag)
                .get(TICKETS + "login&by=team")
                .then()
                .statusCode(200);
    }

    @Test
    void one_that_is_not_wanted_any_more_leaves_everything_as_it_was() throws Exception {
        as("product").post("/api/insights/rebuilds").then().statusCode(403);
        as("admin")
                .get("/api/insights/rebuilds/00000000-0000-0000-0000-00000000000d")
                .then()
                .statusCode(404);
        // held back, so that it can't end before it is cancelled
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table insights_ticket in share mode");
            var id = wanted();
            as("ops").post("/api/insights/rebuilds").then().statusCode(200).body("id", equalTo(id));
            as("ops")
                    .delete("/api/insights/rebuilds/" + id)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("cancelled"));
            as("ops")
                    .delete("/api/insights/rebuilds/" + id)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/rebuild-ended"));
            connection.rollback();
        }
        await().until(() -> read("select nspname from pg_namespace where nspname like 'rebuild%'")
                .isEmpty());
        assertThat(recountIsEqual()).isTrue();
    }

    private static String wanted() {
        return as("admin")
                .post("/api/insights/rebuilds")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void done(String id) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        as("ops").get("/api/insights/rebuilds/" + id).then().body("state", equalTo("done")));
    }

    private static int counted(String theme) {
        return as("lead")
                .get(TICKETS + theme + "&by=team")
                .then()
                .statusCode(200)
                .extract()
                .<List<Integer>>path("rows.number.tickets")
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static boolean recountIsEqual() {
        return as("admin").get("/api/insights/recount").path("equal");
    }

    private List<String> shape() throws SQLException {
        return read("""
                select indexdef from pg_indexes where schemaname = 'public' and tablename like 'insights_%'
                union all select conrelid::regclass || conname || pg_get_constraintdef(oid) from pg_constraint
                    where connamespace = 'public'::regnamespace and conrelid::regclass::text like 'insights_%'
                union all select relname || array_to_string(reloptions, ',') from pg_class
                    where relnamespace = 'public'::regnamespace and relname like 'insights_%' and reloptions is not null
                order by 1""");
    }

    private List<String> read(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
