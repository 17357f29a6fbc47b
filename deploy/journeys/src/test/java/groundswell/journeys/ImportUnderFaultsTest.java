package groundswell.journeys;

import static groundswell.journeys.ThemeCounts.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import groundswell.local.Service;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A large import while everything that can die dies: each row is one ticket, and every service agrees on all of them. */
@Tag("faults")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportUnderFaultsTest {
    private static final String BOUNDARY = "groundswell-journey";

    static final TestHouse HOUSE = TestHouse.shared();

    final Caller crm = HOUSE.as("integrator");
    final Caller ops = HOUSE.as("ops");
    final Caller legal = HOUSE.as("legal");
    final Complaints complaints = Complaints.present();

    @Test
    void every_row_becomes_one_ticket_while_each_service_in_turn_is_killed() throws Exception {
        var before = tickets().size();
        anUploadThatBreaksOffLeavesNothing(before);

        var started = System.nanoTime();
        var id = upload();
        for (var victim : Service.values()) {
            awaitRows(id, complaints.ids().size() * (victim.ordinal() + 1L) / 6);
            HOUSE.process().handle(victim).destroyForcibly();
        }
        var done = awaitFinished(id);
        tell("acknowledged, four kills included", started, complaints.ids().size());
        assertThat(done.path("rows").path("refused").asLong())
                .as(done.toString())
                .isZero();

        var again = awaitFinished(upload());
        assertThat(again.path("rows").path("existing").asInt())
                .isEqualTo(complaints.ids().size());

        var tickets = tickets();
        assertThat(tickets.keySet()).hasSize(complaints.ids().size()).containsAll(complaints.ids());
        consentFlagsLand(tickets);
        new ThemeCounts(HOUSE).equalTheTopic(tickets.size());
        tell("read and counted", started, tickets.size());
    }

    private void anUploadThatBreaksOffLeavesNothing(int before) throws IOException {
        var body = multipart().getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket("localhost", HOUSE.address().getPort())) {
            var head = "POST /api/imports HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: Bearer %s\r\n"
                            .formatted(HOUSE.address().getPort(), crm.token())
                    + "Content-Type: multipart/form-data; boundary=%s\r\nContent-Length: %d\r\n\r\n"
                            .formatted(BOUNDARY, body.length);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body, 0, body.length / 2);
            socket.getOutputStream().flush();
        }
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(ops.get("/api/imports").json())
                    .noneMatch(job -> !job.path("state").asText().equals("finished"));
            assertThat(tickets()).hasSize(before);
        });
    }

    private String upload() {
        var answer = new Caller.Answer[1];
        patiently(() -> {
            answer[0] = crm.send("POST", "/api/imports", multipart(), "multipart/form-data; boundary=" + BOUNDARY);
            assertThat(answer[0].status()).as(answer[0].body()).isEqualTo(202);
        });
        return answer[0].json().path("id").asText();
    }

    private String multipart() {
        var part =
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n%s\r\n";
        return part.formatted(BOUNDARY, "mapping", "mapping.json", "application/json", mapping())
                + part.formatted(BOUNDARY, "file", "complaints.csv", "text/csv", complaints.csv())
                + "--" + BOUNDARY + "--\r\n";
    }

    private static String mapping() {
        try {
            return Files.readString(Path.of("../examples/cfpb-mapping.json"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void awaitRows(String id, long rows) {
        patiently(() ->
                assertThat(progress(id).path("rows").path("read").asLong()).isGreaterThanOrEqualTo(rows));
    }

    private JsonNode awaitFinished(String id) {
        patiently(() -> assertThat(progress(id).path("state").asText()).isEqualTo("finished"));
        return progress(id);
    }

    private JsonNode progress(String id) {
        var answer = crm.get("/api/imports/" + id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** All tickets of the file's source as the API lists them, by their ids there; fails where one stands twice. */
    private Map<String, JsonNode> tickets() {
        var tickets = new HashMap<String, JsonNode>();
        for (String next = ""; next != null; ) {
            var page = crm.get("/api/tickets?limit=200" + (next.isEmpty() ? "" : "&after=" + next));
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            for (var ticket : page.json().path("items")) {
                if (ticket.path("source").asText().equals("cfpb")) {
                    assertThat(tickets.put(ticket.path("externalId").asText(), ticket))
                            .isNull();
                }
            }
            next = page.json().path("next").asText(null);
        }
        return tickets;
    }

    private void consentFlagsLand(Map<String, JsonNode> tickets) {
        var consents = complaints.consents(4821);
        var rows = new ArrayList<String>();
        consents.forEach((id, status) -> rows.add(
                "{\"source\": \"cfpb\", \"externalId\": \"%s\", \"status\": \"%s\", \"scopes\": \"case_study\", \"when\": \"%s\", \"how\": \"web-form\"}"
                        .formatted(id, status, tickets.get(id).path("createdAt").asText())));
        var told = new Caller.Answer[1];
        patiently(() -> {
            told[0] = legal.send("POST", "/api/consents/import", String.join("\n", rows), "application/x-ndjson");
            assertThat(told[0].status()).as(told[0].body()).isEqualTo(200);
        });
        assertThat(told[0].json().path("errors")).isEmpty();
        patiently(() -> assertThat(statuses(tickets(), consents)).isEqualTo(consents));
        assertThat(tickets().values().stream()
                        .filter(ticket -> !ticket.path("consent").asText().equals("not_asked")))
                .hasSize(consents.size());
    }

    private static Map<String, String> statuses(Map<String, JsonNode> tickets, Map<String, String> wanted) {
        return wanted.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> tickets.get(id).path("consent").asText()));
    }

    private static void tell(String what, long started, int tickets) {
        var seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf("%,d tickets %s after %.1f s, %,.0f/s%n", tickets, what, seconds, tickets / seconds);
    }
}
