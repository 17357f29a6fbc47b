package groundswell.ticket.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChatsApiTest {
    static final String PATH = "/api/tickets/from-chat";
    static final String BEN =
            "aab3238922bcc25a6f606eb525ffdc56".replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    static final Instant BEGIN = Instant.parse("2026-01-12T09:10:02.250Z");

    @Inject
    DataSource database;

    final Client chat = Client.as("integrator", UUID.randomUUID());
    final Client agent = Client.as("agent");

    @Test
    void a_chat_becomes_a_ticket_with_all_that_was_said_at_its_own_times() {
        var posted = chat.post(
                PATH,
                chat(
                        bot(0, "Hello! What can we do for you?"),
                        customer(30, "Our invoice of May was charged twice."),
                        bot(32, "One moment, I look for a colleague."),
                        ben(150, "I see both payments."),
                        customer(180, "Thank you.")));

        posted.then()
                .statusCode(201)
                .header("ETag", "\"6\"")
                .body("channel", is("chat"))
                .body("subject", is("Our invoice of May was charged twice."))
                .body("status", is("in_progress"))
                .body("imported", is(false))
                .body("createdAt", is(BEGIN.plusSeconds(30).toString()))
                .body("version", is(6));
        agent.get("/api/tickets/" + posted.path("id") + "/timeline")
                .then()
                .body(
                        "entries.what",
                        contains("said-in-chat", "opened", "said-in-chat", "started", "replied", "customer-replied"))
                .body("entries.at", contains(times(0, 30, 32, 150, 150, 180)))
                .body("entries[0].text", is("Hello! What can we do for you?"))
                .body("entries[0].audience", is("public"))
                .body("entries[0].by", nullValue())
                .body("entries[0].details.speaker", is("bot"))
                .body("entries[1].text", is("Our invoice of May was charged twice."))
                .body("entries[4].by", is(BEN))
                .body("entries[5].text", is("Thank you."))
                .body("times.firstReplyMinutes", is(2));
        agent.get("/api/tickets?number=" + posted.path("number"))
                .then()
                .body("items.id", contains(posted.<String>path("id")));
    }

    @Test
    void neither_a_bot_nor_a_greeting_before_the_question_is_a_reply() {
        var posted = chat.post(
                PATH,
                chat(
                        ben(0, "May I help you?"),
                        customer(30, "Where is my invoice?"),
                        bot(31, "See the billing page.")));

        posted.then().statusCode(201).body("status", is("open"));
        agent.get("/api/tickets/" + posted.path("id") + "/timeline")
                .then()
                .body("entries.what", contains("said-in-chat", "opened", "said-in-chat"))
                .body("entries[0].by", is(BEN))
                .body("times.firstReplyMinutes", nullValue());
    }

    @Test
    void a_subject_that_is_said_is_kept_with_everything_else() {
        var body = chat(customer(0, "It is about my seats."));
        body.put("subject", "Seats");
        body.put("priority", "P2");
        body.put("tags", List.of("seats"));
        body.put("productArea", "billing");
        body.put("issueType", "seats");
        body.put("customFields", Map.of("room", "7"));

        chat.post(PATH, body)
                .then()
                .statusCode(201)
                .body("subject", is("Seats"))
                .body("priority", is("P2"))
                .body("tags", contains("seats"))
                .body("productArea", is("billing"))
                .body("issueType", is("seats"))
                .body("customFields.room", is("7"));
    }

    @Test
    void fifty_copies_of_one_hand_over_are_one_ticket_with_one_conversation() throws Exception {
        var body = chat(customer(0, "Hello?"), ben(5, "Yes?"), customer(9, "It is broken."));
        var answers = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 50)
                    .mapToObj(_ -> threads.submit(() -> {
                        var answer = chat.request()
                                .header("Idempotency-Key", "room-1")
                                .body(body)
                                .post(PATH);
                        return answer.statusCode() + " " + answer.asString();
                    }))
                    .toList();
            for (var each : asked) {
                answers.add(each.get());
            }
        }

        assertThat(answers).hasSize(1).first().asString().startsWith("201");
        body.put("subject", "Another");
        chat.request()
                .header("Idempotency-Key", "room-1")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(422);
    }

    @Test
    void a_chat_of_one_source_is_one_ticket_for_ever() {
        var body = chat(customer(0, "Hello?"));
        body.put("source", "chat");
        body.put("externalId", UUID.randomUUID().toString());
        var first = chat.post(PATH, body);
        first.then().statusCode(201);

        var longer = chat(customer(0, "Hello?"), customer(9, "Are you there?"));
        longer.put("source", "chat");
        longer.put("externalId", body.get("externalId"));
        chat.post(PATH, longer)
                .then()
                .statusCode(200)
                .body("id", is(first.<String>path("id")))
                .body("version", is(1));
        body.remove("externalId");
        chat.post(PATH, body).then().statusCode(400).body("errors[0].field", is("externalId"));
    }

    @Test
    void five_hundred_messages_are_taken_and_no_more() throws SQLException {
        var messages = new ArrayList<Map<String, Object>>();
        IntStream.range(0, 500).forEach(i -> messages.add(i % 2 == 0 ? customer(i, "And " + i) : ben(i, "Yes " + i)));
        var taken = chat.post(PATH, chat(messages));
        taken.then().statusCode(201).body("version", is(501));

        messages.add(customer(501, "One too many"));
        refuses(chat(messages), "transcript", "size must be between 0 and 500");
    }

    @Test
    void what_is_wrong_in_a_transcript_is_named_and_nothing_is_stored() throws SQLException {
        refuses(chat(), "transcript", "must not be empty");
        refuses(chat(bot(0, "Hello!"), ben(1, "Hello?")), "transcript", "must hold a message of the customer");
        refuses(chat(customer(9, "One"), ben(8, "Two")), "transcript[1].at", "must not be before the message above it");
        refuses(chat(customer(0, " ")), "transcript[0].text", "must not be blank");
        refuses(
                chat(customer(0, "bell \u0007")),
                "transcript[0].text",
                "must not hold control characters other than tab and line ends");
        refuses(chat(customer(0, "x".repeat(20_001))), "transcript[0].text", "size must be between 0 and 20000");
        refuses(
                chat(IntStream.range(0, 13)
                        .mapToObj(i -> customer(i, "x".repeat(20_000)))
                        .toList()),
                "transcript",
                "must hold at most 250,000 characters altogether");
        var tomorrow = customer(0, "Later");
        tomorrow.put(
                "at",
                Instant.now()
                        .plus(Duration.ofDays(1))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        refuses(chat(customer(0, "Now"), tomorrow), "transcript[1].at", "must not be in the future");
        var ghost = customer(0, "Boo");
        ghost.put("agentId", BEN);
        refuses(chat(ghost), "transcript[0].agentId", "only an agent has one");
        var stranger = customer(0, "Who am I?");
        stranger.put("author", "visitor");
        refuses(chat(stranger), "transcript[0].author", "must be one of customer, agent, bot");
    }

    @Test
    void who_may_not_open_tickets_may_not_hand_chats_over() {
        for (var role : List.of("ops", "product", "pr", "legal")) {
            Client.as(role).post(PATH, chat(customer(0, "Hi"))).then().statusCode(403);
        }
        given().contentType("application/json")
                .body(chat(customer(0, "Hi")))
                .post(PATH)
                .then()
                .statusCode(401);
    }

    @Test
    void the_example_in_the_description_works() {
        var example = given().get("/q/openapi?format=json")
                .jsonPath()
                .getMap("paths['" + PATH
                        + "'].post.requestBody.content['application/json'].examples.values()[0].value");

        var posted = chat.post(PATH, example);
        assertThat(posted.statusCode()).isIn(200, 201);
        posted.then().body("externalId", is("room-2291")).body("status", is("in_progress"));
    }

    private void refuses(Map<String, Object> body, String field, String message) throws SQLException {
        long before = events();
        Response refused = chat.post(PATH, body);
        refused.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field))
                .body("errors.message", hasItem(message));
        assertThat(events()).isEqualTo(before);
    }

    private long events() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select count(*) from journal_event where type like '%.opened.v1'");
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String[] times(int... seconds) {
        return IntStream.of(seconds)
                .mapToObj(second -> BEGIN.plusSeconds(second).toString())
                .toArray(String[]::new);
    }

    @SafeVarargs
    private static Map<String, Object> chat(Map<String, Object>... messages) {
        return chat(List.of(messages));
    }

    private static Map<String, Object> chat(List<Map<String, Object>> messages) {
        return new HashMap<>(Map.of(
                "requester",
                Map.of("name", "Robin Vale", "email", UUID.randomUUID() + "@example.org"),
                "transcript",
                messages));
    }

    private static Map<String, Object> customer(int second, String text) {
        return message(second, "customer", text);
    }

    private static Map<String, Object> bot(int second, String text) {
        return message(second, "bot", text);
    }

    private static Map<String, Object> ben(int second, String text) {
        var message = message(second, "agent", text);
        message.put("agentId", BEN);
        return message;
    }

    private static Map<String, Object> message(int second, String author, String text) {
        return new HashMap<>(Map.of("at", BEGIN.plusSeconds(second).toString(), "author", author, "text", text));
    }
}
