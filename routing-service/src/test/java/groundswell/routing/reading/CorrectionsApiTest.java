package groundswell.routing.reading;

import static groundswell.routing.TicketFeed.NewTicket.saying;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.journal.Journal;
import groundswell.language.BgeSmall;
import groundswell.routing.Decision;
import groundswell.routing.Labels;
import groundswell.routing.LearningEvent.LabelLearnt;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingEvent.DecidedBy;
import groundswell.routing.RoutingEvent.Lane;
import groundswell.routing.RoutingEvent.TicketRouted;
import groundswell.routing.RoutingPolicy;
import groundswell.routing.RoutingState;
import groundswell.routing.RuleBook;
import groundswell.routing.TaxonomyBook;
import groundswell.routing.TicketFacts;
import groundswell.routing.TicketFeed;
import groundswell.routing.TicketTopics;
import groundswell.routing.Tokens;
import groundswell.routing.setup.RoutingConfig;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * A company that lends bicycles and speaks its own way: of two hundred tickets people correct twenty and resolve those that
 * came to the right team; the next two hundred are routed better. From the journal alone every decision is made again, to
 * the last bit.
 */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TicketTopics.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CorrectionsApiTest {
    private static final int ROUND = 200;
    private static final int CORRECTED = 20;
    private static final Pattern LEDGER = Pattern.compile("/ledger@(\\d+)");

    /** What such a ticket is about, in whose hands it belongs there, and five ways to begin it. */
    private record Matter(String team, List<String> beginnings) {}

    private record Case(Matter matter, String text) {}

    private record Opened(UUID id, Case from) {}

    /** What went to a team by itself, and what was left to a person. */
    private record Score(int right, int wrong, int triage) {
        /** A ticket with the wrong team takes back what one with the right team gains. */
        int net() {
            return right - wrong;
        }
    }

    private static final List<Matter> MATTERS = List.of(
            new Matter(
                    "reliability",
                    List.of(
                            "The dock blinks amber",
                            "Amber light on post nine",
                            "All posts at the harbour are amber",
                            "amber dock, bike stuck in it",
                            "Why is the post amber")),
            new Matter(
                    "revenue",
                    List.of(
                            "I have a ghost ride",
                            "Another ghost ride on my list",
                            "A ghost ride of four hours",
                            "ghost ride, I was asleep",
                            "Please take the ghost ride away")),
            new Matter(
                    "product",
                    List.of(
                            "Bring the winter map",
                            "Where did the winter map go",
                            "The winter map was so good",
                            "winter map for the hills too",
                            "We all want the winter map")),
            new Matter(
                    "reliability",
                    List.of(
                            "The helmet lock jams",
                            "My helmet lock bit me",
                            "Helmet lock full of sand",
                            "helmet lock will not let go",
                            "A helmet lock without its pin")),
            new Matter(
                    "revenue",
                    List.of(
                            "We would hang a basket sign",
                            "Basket signs for our bakery",
                            "Is the basket sign free in May",
                            "basket sign on forty wheels",
                            "Our basket sign has run out")),
            new Matter(
                    "product",
                    List.of(
                            "A tandem for my mother and me",
                            "When do tandems come",
                            "Tandem with a child seat",
                            "tandem please, two of us",
                            "Somebody said tandems are planned")),
            new Matter(
                    "reliability",
                    List.of(
                            "The third gear wobbles",
                            "Gear wobble on wheel 811",
                            "It wobbles in gear two",
                            "gear wobble uphill",
                            "Every gear wobbles since the rain")),
            new Matter(
                    "revenue",
                    List.of(
                            "My night pass sleeps at night",
                            "Night pass or day pass, which is mine",
                            "The night pass ended at ten",
                            "night pass for the late shift",
                            "Two night passes in one household")),
            new Matter(
                    "product",
                    List.of(
                            "The bell is too quiet",
                            "Quiet bell in loud streets",
                            "A louder bell would be kind",
                            "quiet bell, nobody hears me",
                            "Could the bell sing")),
            new Matter(
                    "product",
                    List.of(
                            "Post twelve has the old street name",
                            "The app says Mill Lane, it is Mill Street",
                            "A post with two names",
                            "wrong street name by the bridge",
                            "Rename the post at the school")));

    private static final List<String> ENDINGS = List.of(
            "again, since Tuesday.",
            "and my neighbour says the same.",
            "- what now?",
            "at the station by the river, as every morning.",
            "Thank you in advance!",
            "and I am not amused.",
            "near the market.",
            "says my colleague, who rides with you each day to work and back and asked me to write.");

    @Inject
    TicketFeed tickets;

    @Inject
    Journal<RoutingEvent, RoutingState, RoutingEvent> journal;

    @Inject
    Ledger ledger;

    @Inject
    TaxonomyBook taxonomy;

    @Inject
    RuleBook rules;

    @Inject
    RoutingConfig config;

    @Inject
    DataSource database;

    @Test
    void twenty_corrections_of_two_hundred_make_the_next_two_hundred_better_and_all_can_be_made_again() {
        var cases = new ArrayList<Case>();
        for (var matter : MATTERS)
            for (var beginning : matter.beginnings())
                for (var ending : ENDINGS) cases.add(new Case(matter, beginning + "\n" + ending));
        Collections.shuffle(cases, new Random(42));

        var first = opened(cases.subList(0, ROUND));
        var before = score(first);
        var taught = teach(first);
        await().atMost(Duration.ofMinutes(2)).until(() -> learntFrom(taught));

        var second = opened(cases.subList(ROUND, 2 * ROUND));
        var after = score(second);
        System.out.printf("before %s, after %s%n", before, after);
        assertThat(after.net()).as("%s, then %s", before, after).isGreaterThan(before.net() + ROUND / 10);

        var all = new ArrayList<>(first);
        all.addAll(second);
        assertThat(replayed(all)).isEqualTo(2 * ROUND);
    }

    private List<Opened> opened(List<Case> cases) {
        var opened = new ArrayList<Opened>();
        for (var one : cases) {
            var text = one.text().split("\n", 2);
            opened.add(new Opened(tickets.open(saying(text[0], text[1])), one));
        }
        for (var ticket : opened) await().until(() -> !decisions(ticket.id()).isEmpty());
        return opened;
    }

    private List<TicketRouted> decisions(UUID ticket) {
        return journal.read(ticket.toString()).stream()
                .map(recorded -> recorded.event())
                .filter(TicketRouted.class::isInstance)
                .map(TicketRouted.class::cast)
                .toList();
    }

    private Score score(List<Opened> opened) {
        int right = 0;
        int wrong = 0;
        for (var ticket : opened) {
            var decision = decisions(ticket.id()).getFirst();
            if (decision.lane() == Lane.TRIAGE) continue;
            if (ticket.from().matter().team().equals(decision.team())) right++;
            else wrong++;
        }
        return new Score(right, wrong, opened.size() - right - wrong);
    }

    /**
     * Two of each matter are corrected, all before anything else; then what came to the right team is resolved there.
     *
     * @return the tickets that say something of their text now
     */
    private Set<UUID> teach(List<Opened> opened) {
        var taught = new HashSet<UUID>();
        var corrected = new HashMap<Matter, Integer>();
        for (var ticket : opened) {
            if (isRight(ticket)) continue;
            if (corrected.merge(ticket.from().matter(), 1, Integer::sum) <= CORRECTED / MATTERS.size()) {
                move(ticket.id(), ticket.from().matter().team());
                taught.add(ticket.id());
            }
        }
        for (var ticket : opened) {
            if (!isRight(ticket)) continue;
            tickets.assigned(ticket.id(), ticket.from().matter().team(), 1, "policy:x", "x");
            tickets.resolved(ticket.id());
            taught.add(ticket.id());
        }
        return taught;
    }

    private boolean isRight(Opened ticket) {
        return ticket.from()
                .matter()
                .team()
                .equals(decisions(ticket.id()).getFirst().team());
    }

    private static void move(UUID ticket, String team) {
        given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType(ContentType.JSON)
                .body(Map.of("team", team, "reason", "wrong_team"))
                .put("/api/routing/decisions/" + ticket + "/team")
                .then()
                .statusCode(200);
    }

    /** All of it is in the ledger, and too little is left there for another model: the next round is read by one. */
    private boolean learntFrom(Set<UUID> taught) {
        var known = journal.read(Labels.LEDGER).stream()
                .map(recorded -> recorded.event())
                .filter(LabelLearnt.class::isInstance)
                .map(event -> ((LabelLearnt) event).ticketId())
                .toList();
        long judged = ledger.judgedUpTo();
        return known.containsAll(taught) && ledger.version() - judged < Math.max(config.refitEvery(), judged / 10);
    }

    /** Each model is learnt again from the ledger up to its version, and reads the texts again. */
    private int replayed(List<Opened> opened) {
        var models = new HashMap<String, Model>();
        var policy = new RoutingPolicy(rules.now(), config.floor());
        int same = 0;
        try (var embedder = new BgeSmall()) {
            var learnt = new Learnt(taxonomy.now(), new RememberedVectors(embedder, database));
            for (var ticket : opened) {
                var recorded = decisions(ticket.id()).getFirst();
                assertThat(recorded.decidedBy()).isIn(DecidedBy.MODEL, DecidedBy.NONE);
                var model = models.computeIfAbsent(
                        Objects.requireNonNull(recorded.model()), name -> learnt(name, learnt, embedder));
                var facts = new TicketFacts("email", "acme", "team", false, Set.of(), "P3", null, null, null);
                var again = policy.decide(facts, model.read(ticket.from().text()));
                assertThat(again).isEqualTo(Decision.recorded(recorded));
                same++;
            }
        }
        return same;
    }

    private Model learnt(String name, Learnt learnt, BgeSmall embedder) {
        var match = LEDGER.matcher(name);
        long version = match.find() ? Long.parseLong(match.group(1)) : 0;
        var model = learnt.from(ledger.labels(version, embedder.model()), version);
        assertThat(model.name()).isEqualTo(name);
        return model;
    }
}
