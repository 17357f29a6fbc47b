package groundswell.insights.surges;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.Calendar;
import groundswell.insights.InsightsEvent.SurgeClosed;
import groundswell.insights.InsightsEvent.SurgeEvent;
import groundswell.insights.InsightsEvent.SurgeOpened;
import groundswell.insights.InsightsEvent.SurgeRetracted;
import groundswell.insights.InsightsEvent.SurgeUpdated;
import groundswell.insights.Names;
import groundswell.insights.Opening;
import groundswell.insights.TellingWord;
import groundswell.insights.TellingWord.Texts;
import groundswell.insights.TellingWord.Told;
import groundswell.insights.counting.Counting;
import groundswell.insights.surges.DeskHistory.Heard;
import groundswell.insights.surges.DeskHistory.Ticket;
import groundswell.insights.surges.SurgesResource.Item;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * One history, once as it came and once taken over years later: the counting, the search and the list as in the running
 * service, each on a real database of its own, with a clock that the test sets.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SurgesInEventTimeTest {
    static final DeskHistory HISTORY = new DeskHistory(7);

    /** Its clocks go forward in the night in which the theme rests. */
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    @Test
    void a_history_that_is_imported_has_the_surges_that_it_had_live() throws Exception {
        var live = new House(DeskHistory.START);
        live.hear(HISTORY.asItCame());
        var imported = new House(Instant.parse("2023-11-08T10:02:00Z"));
        imported.takeOver(HISTORY.tickets);

        assertThat(imported.surges()).isEqualTo(live.surges());
        assertThat(imported.lastTold()).isEqualTo(live.lastTold()).hasSameSizeAs(live.surges());
        assertThat(live.lastTold().values()).hasOnlyElementsOfType(SurgeClosed.class);
        assertThat(opened(live, "theme", DeskHistory.THEME))
                .singleElement()
                .satisfies(one -> assertThat(Duration.between(DeskHistory.THEME_SURGES, one.opened()))
                        .isBetween(Duration.ofMinutes(15), Duration.ofHours(1)))
                .satisfies(one -> assertThat(one.closed())
                        .as("it went on after a night")
                        .isAfter(DeskHistory.THEME_SURGES.plus(Duration.ofHours(20))));
        isOpenedUpdatedAndClosed(
                live, opened(live, "theme", DeskHistory.THEME).getFirst().id());
        assertThat(opened(live, "tag", DeskHistory.TAG))
                .singleElement()
                .satisfies(one -> assertThat(Duration.between(DeskHistory.TAG_SURGES, one.opened()))
                        .isBetween(Duration.ofMinutes(15), Duration.ofHours(1)));
    }

    private static void isOpenedUpdatedAndClosed(House live, UUID surge) {
        var told = live.told.stream().filter(one -> one.surgeId().equals(surge)).toList();
        assertThat(told.getFirst()).isInstanceOf(SurgeOpened.class);
        assertThat(told.getLast()).isInstanceOf(SurgeClosed.class);
        assertThat(told)
                .filteredOn(SurgeUpdated.class::isInstance)
                .as("it is told how it goes on")
                .isNotEmpty();
        assertThat(live.told)
                .filteredOn(SurgeRetracted.class::isInstance)
                .as("late tickets and other themes make no other surge of it")
                .isEmpty();
        assertThat(told)
                .filteredOn(SurgeOpened.class::isInstance)
                .as("one alert")
                .hasSize(1);
    }

    private static List<Item> opened(House house, String kind, String code) {
        return house.surges().stream()
                .filter(one -> one.kind().equals(kind) && one.code().equals(code))
                .toList();
    }

    /** What finds surges in the service, at a time that only moves on when told to. */
    private static final class House {
        private final DataSource database = Counting.newDatabase();
        private final List<SurgeEvent> told = new ArrayList<>();
        private final SurgeFinder finder;
        private final SurgesResource resource;
        private final Random random = new Random(3);
        private Instant now;

        House(Instant now) {
            this.now = now;
            var calendar = new Calendar(clock(), ZONE);
            var names = new Names(Map.of(), Map.of(), Map.of());
            finder = new SurgeFinder(
                    database,
                    calendar,
                    (difference, _) -> difference.news(names).forEach(one -> told.add((SurgeEvent) one.event())));
            resource = new SurgesResource(
                    new SurgeRows(database), new SurgeWords(new Silence(), calendar), () -> names, calendar);
        }

        private Clock clock() {
            return new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            };
        }

        /** Looks every few minutes, whether a quarter hour is over or not, and once more when all has been quiet for long. */
        void hear(List<Heard> events) throws SQLException {
            int next = 0;
            while (next < events.size()) {
                now = now.plus(Duration.ofMinutes(5 + random.nextInt(45)));
                int from = next;
                while (next < events.size() && !events.get(next).at().isAfter(now)) {
                    next++;
                }
                apply(events.subList(from, next));
                finder.present();
                finder.past();
            }
            now = now.plus(Duration.ofDays(3));
            settle();
        }

        /** In parts, in any order of tickets, now the one topic first and now the other; it is looked before all of it is there. */
        void takeOver(List<Ticket> tickets) throws SQLException {
            var shuffled = new ArrayList<>(tickets);
            Collections.shuffle(shuffled, random);
            int half = shuffled.size() / 2;
            var first = shuffled.subList(0, half);
            var second = shuffled.subList(half, shuffled.size());
            for (var part : List.of(
                    part(first, Ticket::routing),
                    part(first, Ticket::desk),
                    part(second, Ticket::desk),
                    part(second, Ticket::routing))) {
                apply(part);
                finder.present();
                finder.past();
            }
            settle();
        }

        private static List<Heard> part(List<Ticket> tickets, Function<Ticket, List<Heard>> topic) {
            return tickets.stream()
                    .flatMap(ticket -> topic.apply(ticket).stream())
                    .toList();
        }

        private void apply(List<Heard> events) throws SQLException {
            Counting.apply(database, events.stream().map(Heard::event).toList(), random);
        }

        private void settle() throws SQLException {
            do {
                finder.present();
            } while (finder.past());
        }

        List<Item> surges() {
            return resource.surges(
                            DeskHistory.START.toString(),
                            DeskHistory.END.plus(Duration.ofDays(1)).toString(),
                            null,
                            null,
                            1_000)
                    .items();
        }

        /** By surge that there is. */
        Map<UUID, SurgeEvent> lastTold() {
            var there = surges().stream().map(Item::id).collect(Collectors.toSet());
            return told.stream()
                    .filter(one -> there.contains(one.surgeId()))
                    .collect(Collectors.toMap(SurgeEvent::surgeId, Function.identity(), (_, later) -> later));
        }
    }

    /** Nobody reads words here. */
    private static final class Silence implements TellingWord.Source {
        @Override
        public Told tell(Texts these, List<Texts> others, int enough, int most) {
            return new Told(List.of(), others.getLast(), 0, 0);
        }

        @Override
        public List<Opening> using(String words, Texts texts) {
            return List.of();
        }
    }
}
