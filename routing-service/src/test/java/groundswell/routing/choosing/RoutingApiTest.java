package groundswell.routing.choosing;

import static groundswell.routing.TicketFeed.NewTicket.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.routing.TicketFeed;
import groundswell.routing.TicketTopics;
import groundswell.routing.Topic;
import groundswell.routing.Topic.Message;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From an opened ticket on its topic to a decision and a command on theirs. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoutingApiTest {
    static Topic events, commands;

    @Inject
    TicketFeed tickets;

    @BeforeAll
    static void read() {
        events = new Topic("routing.events.v1");
        commands = new Topic("ticket.commands.v1");
    }

    @AfterAll
    static void close() {
        events.close();
        commands.close();
    }

    @Test
    void a_ticket_that_a_rule_knows_is_routed_and_asked_to_be_assigned_and_classified_too() {
        var ticket =
                tickets.open(saying("Everything is down", "503 in all offices").tagged("outage"));

        var routed =
                await().until(() -> routed(ticket), list -> !list.isEmpty()).getFirst();
        assertThat(routed.data().path("team").asText()).isEqualTo("reliability");
        assertThat(routed.data().path("decidedBy").asText()).isEqualTo("rule");
        assertThat(routed.data().path("rule").asText()).isEqualTo("outage-to-reliability");
        assertThat(routed.headers()).containsEntry("ce_actor", "policy:when-ticket-opened-then-route");

        var command = await().until(() -> commands.of(ticket), list -> !list.isEmpty())
                .getFirst();
        assertThat(command.type()).isEqualTo("groundswell.ticket.assign.v1");
        assertThat(command.data().path("team").asText()).isEqualTo("reliability");
        assertThat(command.data().path("assignmentRevision").asInt(-1)).isZero();

        await().untilAsserted(() -> assertThat(ofType(ticket, "classified")).hasSize(1));
        assertThat(ofType(ticket, "classified").getFirst().data().path("theme").asText())
                .isEqualTo("reliability-outage");
    }

    @Test
    void a_ticket_with_a_clear_text_is_routed_by_it_with_examples_and_alternatives() {
        var ticket = tickets.open(
                saying("Charged twice", "You took the same amount from my card two times this month, please check."));

        var routed =
                await().until(() -> routed(ticket), list -> !list.isEmpty()).getFirst();
        assertThat(routed.data().path("team").asText()).isEqualTo("revenue");
        assertThat(routed.data().path("decidedBy").asText()).isEqualTo("model");
        assertThat(routed.data().path("examples")).isNotEmpty();
        assertThat(routed.data().path("alternatives")).hasSize(3);
        await().untilAsserted(() -> assertThat(commands.of(ticket)).hasSize(1));
    }

    @Test
    void an_unclear_ticket_waits_in_triage_and_nothing_is_asked() {
        var ticket = tickets.open(saying("Question", "Hi team, following up on my last message."));

        var routed =
                await().until(() -> routed(ticket), list -> !list.isEmpty()).getFirst();
        assertThat(routed.data().path("lane").asText()).isEqualTo("triage");
        assertThat(routed.data().hasNonNull("team")).isFalse();
        assertThat(commands.of(ticket)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "?!", "😀😀😀 🎉", "\u0000\u0007\u200B\u202E", "0123456789"})
    void a_text_that_says_nothing_is_left_to_a_person(String text) {
        var ticket = tickets.open(saying("", text));
        var routed =
                await().until(() -> routed(ticket), list -> !list.isEmpty()).getFirst();
        assertThat(routed.data().path("lane").asText()).isEqualTo("triage");
        barrier(ticket);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "請求書が二回届きました。二重に請求されています。",
                "Из моего счёта дважды списали одну и ту же сумму, верните, пожалуйста.",
                "لقد تم خصم المبلغ مرتين من بطاقتي",
                "LONG",
                "LONG WORD"
            })
    void a_text_in_another_language_or_without_an_end_is_decided_and_holds_up_nobody(String text) {
        var words = switch (text) {
            case "LONG" -> "You charged me twice. ".repeat(4_545);
            case "LONG WORD" -> "a".repeat(100_000);
            default -> text;
        };
        var ticket = tickets.open(saying("Hello", words));
        var routed =
                await().until(() -> routed(ticket), list -> !list.isEmpty()).getFirst();
        assertThat(routed.data().path("lane").asText()).isIn("team", "triage");
        barrier(ticket);
    }

    @Test
    void an_erased_customers_ticket_goes_on_without_its_text() {
        var ticket = tickets.open(
                saying("Charged twice", "Two payments instead of one").erased());

        var routed =
                await().until(() -> routed(ticket), list -> !list.isEmpty()).getFirst();
        assertThat(routed.data().path("lane").asText()).isEqualTo("triage");
        assertThat(routed.data().path("decidedBy").asText()).isEqualTo("none");
        assertThat(ofType(ticket, "classified")).isEmpty();
    }

    @Test
    void what_our_own_command_brought_about_is_not_decided_again() {
        var ticket = tickets.open(saying("Breach?", "A strange login").tagged("security"));
        var command = await().until(() -> commands.of(ticket), list -> !list.isEmpty())
                .getFirst();
        tickets.assigned(
                ticket, "revenue", 1, "policy:routing", command.headers().get("ce_id"));

        barrier(ticket);
        assertThat(routed(ticket)).hasSize(1);
        assertThat(commands.of(ticket)).hasSize(1);
    }

    @Test
    void an_agent_who_was_faster_wins_and_is_not_overruled() {
        var ticket = tickets.open(saying("Invoice", "please send").tagged("billing"));
        var command = await().until(() -> commands.of(ticket), list -> !list.isEmpty())
                .getFirst();
        tickets.assigned(
                ticket,
                "product",
                1,
                "agent:" + UUID.randomUUID(),
                UUID.randomUUID().toString());
        tickets.refused(ticket, UUID.fromString(command.headers().get("ce_id")), 1);

        await().untilAsserted(() -> assertThat(routed(ticket)).hasSize(2));
        var agents = routed(ticket).getLast();
        assertThat(agents.data().path("decidedBy").asText()).isEqualTo("agent");
        assertThat(agents.data().path("team").asText()).isEqualTo("product");
        barrier(ticket);
        assertThat(commands.of(ticket)).hasSize(1);
    }

    @Test
    void after_a_refusal_an_unassigned_ticket_is_asked_for_again_with_the_newer_revision() {
        var ticket = tickets.open(saying("Idea", "A dark mode").tagged("idea"));
        var command = await().until(() -> commands.of(ticket), list -> !list.isEmpty())
                .getFirst();
        var id = UUID.fromString(command.headers().get("ce_id"));
        tickets.assigned(ticket, "revenue", 1, "policy:routing", id.toString());
        tickets.refused(ticket, id, 1);

        await().untilAsserted(() -> assertThat(commands.of(ticket)).hasSize(2));
        var again = commands.of(ticket).getLast();
        assertThat(again.data().path("team").asText()).isEqualTo("product");
        assertThat(again.data().path("assignmentRevision").asInt()).isEqualTo(1);
    }

    @Test
    void a_ticket_whose_assignment_was_refused_because_it_was_resolved_is_asked_for_again_once_reopened() {
        var ticket = tickets.open(saying("Idea", "A light mode").tagged("idea"));
        var command = await().until(() -> commands.of(ticket), list -> !list.isEmpty())
                .getFirst();
        tickets.resolved(ticket);
        tickets.refused(ticket, UUID.fromString(command.headers().get("ce_id")), 0);
        tickets.reopened(ticket);

        await().untilAsserted(() -> assertThat(commands.of(ticket)).hasSize(2));
        var again = commands.of(ticket).getLast();
        assertThat(again.data()).isEqualTo(command.data());
        assertThat(again.headers().get("ce_id")).isNotEqualTo(command.headers().get("ce_id"));
        barrier(ticket);
        assertThat(routed(ticket)).hasSize(1);
    }

    @Test
    void a_ticket_that_has_its_team_is_not_asked_for_when_it_is_reopened() {
        var ticket = tickets.open(saying("Idea", "A loud mode").tagged("idea"));
        var command = await().until(() -> commands.of(ticket), list -> !list.isEmpty())
                .getFirst();
        tickets.assigned(
                ticket, "product", 1, "policy:routing", command.headers().get("ce_id"));
        tickets.resolved(ticket);
        tickets.reopened(ticket);

        barrier(ticket);
        assertThat(commands.of(ticket)).hasSize(1);
    }

    @Test
    void the_shipped_taxonomy_and_teams_are_published_once() {
        // those of later tests are people's
        await().until(() -> events.of("taxonomy").stream()
                .filter(message -> message.data().path("shipped").asInt() > 0)
                .map(message -> message.data().path("themes").size())
                .toList()
                .equals(List.of(64)));
        for (var team : List.of("product", "revenue", "reliability")) {
            await().untilAsserted(() -> assertThat(events.of("team:" + team)).hasSize(1));
        }
    }

    /**
     * Once a later ticket of the same partition is decided, everything before it has been handled;
     * once both topics show it, what came of that has been published: they are relayed separately.
     */
    private void barrier(UUID behind) {
        var slots = new groundswell.journal.Slots("ticket.events.v1", 12);
        var next = saying("Outage", "down").tagged("outage");
        while (slots.of(next.id().toString()) != slots.of(behind.toString())) {
            next = saying("Outage", "down").tagged("outage");
        }
        var later = tickets.open(next);
        await().until(() -> !commands.of(later).isEmpty() && !routed(later).isEmpty());
    }

    private static List<Message> routed(UUID ticket) {
        return ofType(ticket, "routed");
    }

    private static List<Message> ofType(UUID ticket, String type) {
        return events.of(ticket).stream()
                .filter(message -> message.type().equals("groundswell.routing." + type + ".v1"))
                .toList();
    }
}
