package groundswell.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import groundswell.local.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * A company with words of its own that no taxonomy knows: a marina. People correct twenty of its first two hundred
 * tickets; the next two hundred find their team better, and a service that was killed has learnt the same again.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TaughtByPeopleTest {
    private static final int ROUND = 200;
    private static final int CORRECTED_EACH = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> TEAMS = Map.of(
            "pontoon lamp", "reliability",
            "tide gate", "reliability",
            "winch code", "reliability",
            "mooring ring", "reliability",
            "berth swap", "revenue",
            "harbour badge", "revenue",
            "slipway hour", "revenue",
            "regatta flag", "product",
            "gull net", "product",
            "jetty bench", "product");

    private static final List<String> SUBJECTS = List.of(
            "The %s again",
            "A word about the %s",
            "My %s",
            "Nobody told me about the %s",
            "%s, second try",
            "Who looks after the %s",
            "Always the %s",
            "Please see to the %s");

    private static final List<String> BODIES = List.of(
            "It has been like this with the %s all week.",
            "My neighbour says the same of the %s.",
            "I am at the third jetty until Sunday.",
            "Thank you in advance!",
            "We have waited for days and hear nothing of the %s.");

    private static final TestHouse HOUSE = TestHouse.shared();

    private record Letter(String matter, String subject, String body) {
        String team() {
            return TEAMS.get(matter);
        }
    }

    private record Posted(String id, Letter letter, JsonNode decision) {
        boolean isAssigned() {
            return decision.path("lane").asText().equals("team");
        }

        boolean isGuessedRight() {
            return decision.path("bestTeam").asText().equals(letter.team());
        }

        boolean isRight() {
            return isAssigned() && decision.path("team").asText().equals(letter.team());
        }
    }

    private record Score(long right, long wrong) {
        static Score of(List<Posted> tickets) {
            long right = tickets.stream().filter(Posted::isRight).count();
            return new Score(right, tickets.stream().filter(Posted::isAssigned).count() - right);
        }

        double precision() {
            return right + wrong == 0 ? 0 : (double) right / (right + wrong);
        }
    }

    private final Caller crm = HOUSE.as("integrator");
    private final Caller agent = HOUSE.as("agent");
    private final Caller ops = HOUSE.as("ops");

    @Test
    void twenty_corrections_of_two_hundred_tickets_make_the_next_two_hundred_better_and_survive_a_kill() {
        var letters = letters();
        var first = posted(letters.subList(0, ROUND));
        var before = Score.of(first);
        int learnt = ops.get("/api/routing/models").json().path("items").size();
        correct(first);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> ops.get("/api/routing/models").json().path("items").size() > learnt);
        assertThat(newestModel().path("adopted").asBoolean())
                .as(newestModel().toString())
                .isTrue();

        var second = posted(letters.subList(ROUND, 2 * ROUND));
        var after = Score.of(second);
        assertThat(after.right()).as("%s, then %s", before, after).isGreaterThan(before.right() + ROUND / 10);
        assertThat(after.precision()).as("%s, then %s", before, after).isGreaterThanOrEqualTo(before.precision());

        System.out.printf("assigned by themselves: %s, then %s%n", before, after);
        var model = newestModel();
        var read = preview(second);
        HOUSE.process().handle(Service.ROUTING).destroyForcibly();
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(preview(second)).isEqualTo(read));
        assertThat(newestModel()).isEqualTo(model);
    }

    private static List<Letter> letters() {
        var letters = new ArrayList<Letter>();
        for (var matter : TEAMS.keySet().stream().sorted().toList())
            for (var subject : SUBJECTS)
                for (var body : BODIES)
                    letters.add(new Letter(matter, subject.formatted(matter), body.formatted(matter)));
        Collections.shuffle(letters, new Random(42));
        return letters;
    }

    private List<Posted> posted(List<Letter> letters) {
        var ids = letters.stream().map(this::post).toList();
        var posted = new ArrayList<Posted>();
        for (int i = 0; i < ids.size(); i++) posted.add(new Posted(ids.get(i), letters.get(i), decision(ids.get(i))));
        return posted;
    }

    private String post(Letter letter) {
        var body = json(Map.of(
                "subject",
                letter.subject(),
                "description",
                letter.body(),
                "channel",
                "email",
                "requester",
                Map.of("name", "Skipper", "email", "skipper@marina.example")));
        var answer = crm.post("/api/tickets", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    /** As it was first decided. */
    private JsonNode decision(String id) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> agent.get("/api/routing/decisions/" + id),
                        answer -> answer.status() == 200 && answer.json().hasNonNull("decidedAt"))
                .json();
    }

    /** What was read wrongly before what was only left to a person. */
    private void correct(List<Posted> tickets) {
        var corrected = new HashMap<String, Integer>();
        var wrongFirst = tickets.stream()
                .filter(ticket -> !ticket.isRight())
                .sorted(Comparator.comparing(Posted::isGuessedRight))
                .toList();
        for (var ticket : wrongFirst) {
            if (corrected.merge(ticket.letter().matter(), 1, Integer::sum) > CORRECTED_EACH) continue;
            var body = json(Map.of("team", ticket.letter().team(), "reason", "wrong_team"));
            var answer = agent.put("/api/routing/decisions/" + ticket.id() + "/team", body);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
    }

    private JsonNode newestModel() {
        return ops.get("/api/routing/models").json().path("items").path(0);
    }

    /** Every probability to its last bit. */
    private JsonNode preview(List<Posted> tickets) {
        var texts = tickets.stream()
                .map(ticket ->
                        ticket.letter().subject() + "\n" + ticket.letter().body())
                .toList();
        var answer = ops.post("/api/routing/preview", json(Map.of("texts", texts)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String json(Map<String, ?> body) {
        return JSON.<ObjectNode>valueToTree(body).toString();
    }
}
