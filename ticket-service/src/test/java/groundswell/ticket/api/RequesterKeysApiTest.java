package groundswell.ticket.api;

import static groundswell.ticket.api.Client.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import groundswell.journal.seal.SubjectKeys;
import groundswell.stack.TestStack;
import groundswell.ticket.desk.Requesters;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A key that is lost takes every text with it that was sealed with it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RequesterKeysApiTest {
    final Client crm = Client.as("integrator");
    final String email = UUID.randomUUID() + "@example.org";

    @Inject
    DataSource database;

    @Inject
    SubjectKeys keys;

    @Inject
    Requesters requesters;

    /** The database itself tells how its commit was asked for: set in the session it would be put off. */
    @Test
    void a_new_requesters_key_is_committed_as_durably_as_everything_else() throws SQLException {
        run("create table key_commit (source text)");
        run("create function key_commit() returns trigger language plpgsql as $$ begin insert into key_commit"
                + " select source from pg_settings where name = 'synchronous_commit'; return new; end $$");
        run("create trigger key_commit after insert on journal_subject_key execute function key_commit()");
        try {
            crm.post("/api/tickets", ticket(email)).then().statusCode(201);

            assertThat(one("select string_agg(distinct source, ',') from key_commit"))
                    .isNotNull()
                    .doesNotContain("session");
        } finally {
            run("drop function key_commit cascade");
            run("drop table key_commit");
        }
    }

    @Test
    void a_ticket_whose_key_has_not_arrived_is_to_be_read_later() throws SQLException {
        var posted = crm.post("/api/tickets", ticket(email)).then().statusCode(201);
        var requester = UUID.fromString(posted.extract().path("requesterId"));
        var path = "/api/tickets/" + posted.extract().path("id");
        var theirs = "subject = '" + requester + "'";
        run("create table kept_key as select * from journal_subject_key where " + theirs);
        run("create function away() returns trigger language plpgsql as $$ begin return null; end $$");
        run("create trigger away before insert on journal_subject_key for each row when (new." + theirs
                + ") execute function away()");
        run("delete from journal_subject_key where " + theirs);
        keys.forget(requester);
        try {
            crm.get(path)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .contentType("application/problem+json")
                    .body("type", is("/problems/key-on-its-way"));
        } finally {
            run("drop function away cascade");
            run("insert into journal_subject_key select * from kept_key on conflict do nothing");
            run("drop table kept_key");
        }
        crm.get(path).then().statusCode(200).body("subject", is("Charged twice"));
    }

    @Test
    void a_requester_whose_key_is_gone_gets_another_one() throws SQLException {
        var requester = requesters.idOf(email);
        run("delete from journal_subject_key where subject = '" + requester + "'");
        keys.forget(requester);

        crm.post("/api/tickets", ticket(email)).then().statusCode(201).body("requesterId", is(requester.toString()));
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
