package groundswell.insights.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.insights.Customers;
import groundswell.insights.ReadingList;
import groundswell.insights.ReadingList.Reason.Rising;
import groundswell.insights.Week;
import groundswell.insights.counting.World;
import groundswell.journal.seal.Seals;
import groundswell.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Somebody who reads week after week: what customers wrote about often is read often, and nothing twice. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingWeeksTest {
    /** Long enough ago for other tests, and not so long that texts are not kept. */
    static final List<Week> WEEKS = IntStream.rangeClosed(-11, -7)
            .mapToObj(week -> Week.of(Instant.now().plus(Duration.ofDays(7L * week)), ZoneOffset.UTC))
            .toList();

    static final Week RISING = WEEKS.get(3);
    static final UUID ADA = new UUID(17, 1), BEN = new UUID(17, 2);

    @Inject
    Seals seals;

    @Inject
    Customers customers;

    @Inject
    ReadingLists lists;

    @Inject
    ReadMarks marks;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void nobody_gets_a_ticket_twice_and_themes_come_as_often_as_customers_wrote() throws Exception {
        var world = World.published(kafka);
        var weekOf = new HashMap<UUID, Week>();
        for (var week : WEEKS) {
            wrote(world, week, "reading-much", 24, weekOf);
            wrote(world, week, "reading-little", 8, weekOf);
            wrote(world, week, "reading-rising", week.equals(RISING) ? 12 : 2, weekOf);
        }
        await().untilAsserted(() -> assertThat(world.heardBy(database)).isTrue());
        await().until(() ->
                WEEKS.stream().allMatch(week -> lists.of(ADA, week).items().size() >= 34));

        var adas = new ArrayList<UUID>();
        var bens = new ArrayList<UUID>();
        for (var week : WEEKS) {
            var list = shown(ADA, week);
            list.stream().limit(7).forEach(ticket -> marks.read(ADA, ticket));
            assertThat(shown(ADA, week))
                    .as("asked again, it is the same list")
                    .containsExactlyInAnyOrderElementsOf(list)
                    .allMatch(ticket -> week.equals(weekOf.get(ticket)));
            adas.addAll(list);
            bens.addAll(shown(BEN, week));
        }
        assertThat(adas).hasSize(WEEKS.size() * ReadingList.LENGTH).doesNotHaveDuplicates();
        assertThat(bens).hasSize(WEEKS.size() * ReadingList.LENGTH).doesNotHaveDuplicates();
        assertThat(bens).as("a colleague reads others").isNotEqualTo(adas);

        var themes = themes(BEN);
        assertThat((double) themes.get("reading-much") / themes.get("reading-little"))
                .as("24 tickets a week against 8")
                .isBetween(2.5, 3.5);
        for (var week : WEEKS.subList(1, WEEKS.size())) { // in the first of them all is new
            var first = lists.of(BEN, week).items().getFirst();
            assertThat(first.reason() instanceof Rising)
                    .as("what is new in %s comes first", week)
                    .isEqualTo(week.equals(RISING));
        }
        assertThat(lists.of(BEN, RISING).items().getFirst().ticket().theme()).isEqualTo("reading-rising");
    }

    private List<UUID> shown(UUID person, Week week) {
        return lists.of(person, week).items().stream()
                .limit(ReadingList.LENGTH)
                .map(item -> item.ticket().ticketId())
                .toList();
    }

    private Map<String, Long> themes(UUID person) {
        return WEEKS.stream()
                .flatMap(week -> lists.of(person, week).items().stream().limit(ReadingList.LENGTH))
                .collect(Collectors.groupingBy(item -> item.ticket().theme(), Collectors.counting()));
    }

    /** From the first moment of the week to its last. */
    private void wrote(World world, Week week, String theme, int tickets, Map<UUID, Week> weekOf) throws Exception {
        var monday = week.monday().atStartOfDay(ZoneOffset.UTC).toInstant();
        var last = Duration.ofDays(7).minusMillis(1);
        for (int i = 0; i < tickets; i++) {
            Instant at = monday.plus(last.multipliedBy(i).dividedBy(tickets - 1));
            var id = world.wroteAt(at, seals, customers.another(), theme, "product", theme, "It is about " + theme);
            world.resolved(id, "product", at.plusSeconds(60));
            weekOf.put(id, week);
        }
    }
}
