package groundswell.ticket.api;

import static groundswell.ticket.api.Client.ADA;
import static groundswell.ticket.api.Client.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ListsApiTest {
    final Client agent = Client.as("agent");
    final String email = UUID.randomUUID() + "@example.org";

    @Test
    void each_filter_narrows() {
        var tag = "t" + UUID.randomUUID();
        var wanted = open("2026-01-10T10:00:00Z", "P1", tag);
        open("2026-01-11T10:00:00Z", "P2", "other");
        agent.put("/api/tickets/" + wanted + "/assignee", Map.of("team", "team-" + tag, "agentId", ADA));
        var requester = agent.get("/api/tickets/" + wanted).path("requesterId").toString();
        var number = agent.get("/api/tickets/" + wanted).path("number").toString();

        for (var filter : List.of(
                "tag=" + tag,
                "team=team-" + tag,
                "number=" + number,
                "requester=" + requester + "&priority=P1",
                "requester=" + requester + "&assignee=" + ADA,
                "requester=" + requester + "&createdTo=2026-01-11T10:00:00Z",
                "requester=" + requester + "&createdFrom=2026-01-10T10:00:00Z&createdTo=2026-01-10T10:00:01Z",
                "tag=" + tag + "&status=open&channel=email",
                "tag=" + tag + "&status=open&status=closed&updatedFrom=2026-01-10T10:00:00Z")) {
            agent.get("/api/tickets?" + filter).then().statusCode(200).body("items.id", contains(wanted));
        }
        for (var filter : List.of(
                "tag=" + tag + "&status=closed",
                "tag=" + tag + "&channel=phone",
                "tag=" + tag + "&assignee=none",
                "tag=" + tag + "&tag=other",
                "tag=" + tag + "&updatedTo=2026-01-01T00:00:00Z")) {
            agent.get("/api/tickets?" + filter).then().statusCode(200).body("items", empty());
        }
    }

    @Test
    void pages_follow_each_other_in_every_order_while_tickets_are_written() {
        var tag = "t" + UUID.randomUUID();
        var all = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            all.add(open("2026-01-1%dT10:00:00Z".formatted(i), i % 2 == 0 ? "P1" : "P3", tag));
        }

        assertThat(walk(tag, "created", "2026-02-01T00:00:00Z")).startsWith(all.toArray(String[]::new));
        var down = new ArrayList<>(all);
        Collections.reverse(down);
        assertThat(walk(tag, "-created", "2026-02-02T00:00:00Z")).endsWith(down.toArray(String[]::new));
        for (var sort : List.of("updated", "-updated", "priority", "-priority")) {
            assertThat(walk(tag, sort, null)).containsAll(all).doesNotHaveDuplicates();
        }
        agent.get("/api/tickets?sort=priority&limit=200&tag=" + tag)
                .then()
                .body("items[0].priority", is("P1"))
                .body("items[-1].priority", is("P3"));
    }

    @Test
    void a_cursor_belongs_to_its_order() {
        var tag = "t" + UUID.randomUUID();
        open("2026-01-10T10:00:00Z", "P1", tag);
        open("2026-01-11T10:00:00Z", "P1", tag);
        var next = agent.get("/api/tickets?limit=1&tag=" + tag).path("next").toString();

        agent.get("/api/tickets?limit=1&sort=updated&tag=" + tag + "&after=" + next)
                .then()
                .statusCode(400)
                .body("errors[0].field", is("after"));
    }

    /** Walks in pages of two; after the first page a ticket comes in. */
    private List<String> walk(String tag, String sort, String meanwhile) {
        var seen = new ArrayList<String>();
        String after = "";
        do {
            var page = agent.get("/api/tickets?limit=2&sort=" + sort + "&tag=" + tag + after);
            page.then().statusCode(200);
            seen.addAll(page.path("items.id"));
            String next = page.path("next");
            if (seen.size() == 2 && meanwhile != null) {
                open(meanwhile, "P3", tag);
            }
            after = next == null ? null : "&after=" + next;
        } while (after != null);
        return seen;
    }

    private String open(String at, String priority, String tag) {
        var ticket = ticket(email);
        ticket.put("occurredAt", at);
        ticket.put("priority", priority);
        ticket.put("tags", List.of(tag));
        return agent.post("/api/tickets", ticket)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
