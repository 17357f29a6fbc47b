package groundswell.insights;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.ReadingList.Candidate;
import groundswell.insights.ReadingList.Group;
import groundswell.insights.ReadingList.Item;
import groundswell.insights.ReadingList.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingListTest {
    static final Group SMALL = new Group(new UUID(1, 1), 50), LARGE = new Group(new UUID(1, 2), 60);

    @Test
    void what_is_new_comes_first_and_the_rest_as_customers_wrote() {
        var tickets = new ArrayList<Candidate>();
        tickets.addAll(of("login", 30, null));
        tickets.addAll(of("billing", 60, null));
        tickets.addAll(of("sync", 10, null));
        tickets.addAll(of("how-to", 2, SMALL));
        tickets.addAll(of("how-to", 3, LARGE));
        var list = ReadingList.of(
                tickets,
                Map.of(
                        "login", new Figure(30, 30),
                        "billing", new Figure(60, 60),
                        "sync", new Figure(10, 4),
                        "how-to", new Figure(5, 5)),
                ReadingList.LENGTH);
        assertThat(list).hasSize(ReadingList.LENGTH).doesNotHaveDuplicates();
        assertThat(list.stream().map(Item::reason).limit(3))
                .containsExactly(
                        new Reason.Unnamed(LARGE), new Reason.Unnamed(SMALL), new Reason.Rising(new Figure(10, 4)));
        assertThat(shares(list)).isEqualTo(Map.of("billing", 9L, "login", 5L, "sync", 2L, "how-to", 1L));
        assertThat(list.getLast().reason()).isInstanceOf(Reason.Share.class);
    }

    @Test
    void what_was_read_stays_on_the_list() {
        var tickets = new ArrayList<>(of("login", 30, null));
        var read = new Candidate(UUID.randomUUID(), "moved-here-since", null, true);
        tickets.add(read);
        var list = ReadingList.of(tickets, Map.of("login", new Figure(30, 30)), ReadingList.LENGTH);
        assertThat(list).hasSize(ReadingList.LENGTH);
        assertThat(list.getFirst().ticket()).isEqualTo(read);
    }

    @Test
    void reading_changes_nothing_about_what_is_on_the_list() {
        var tickets = new ArrayList<Candidate>();
        tickets.addAll(of("login", 30, null));
        tickets.addAll(of("sync", 10, null));
        tickets.addAll(of("how-to", 3, SMALL));
        tickets.addAll(of("how-to", 3, LARGE));
        var themes = Map.of("login", new Figure(30, 30), "sync", new Figure(10, 4), "how-to", new Figure(6, 6));
        var list = ReadingList.of(tickets, themes, ReadingList.LENGTH);
        for (int read = 1; read <= ReadingList.LENGTH; read++) {
            var done = list.stream().limit(read).map(Item::ticket).toList();
            tickets.replaceAll(one -> done.contains(one) ? read(one) : one);
            var again = ReadingList.of(tickets, themes, ReadingList.LENGTH);
            assertThat(again.stream().map(item -> item.ticket().ticketId()))
                    .as("after %d", read)
                    .containsExactlyInAnyOrderElementsOf(
                            list.stream().map(item -> item.ticket().ticketId()).toList());
            assertThat(again.stream().limit(read))
                    .allMatch(item -> item.ticket().read());
        }
    }

    private static Candidate read(Candidate ticket) {
        return new Candidate(ticket.ticketId(), ticket.theme(), ticket.group(), true);
    }

    @Test
    void few_tickets_rise_by_chance() {
        var list = ReadingList.of(of("login", 9, null), Map.of("login", new Figure(9, 1)), ReadingList.LENGTH);
        assertThat(list).hasSize(9).allMatch(item -> item.reason().equals(new Reason.Share(1)));
    }

    @Test
    void a_theme_without_texts_leaves_its_places_to_the_others() {
        var list = ReadingList.of(
                of("login", 30, null),
                Map.of("login", new Figure(30, 30), "silent", new Figure(900, 900)),
                ReadingList.LENGTH);
        assertThat(list).hasSize(ReadingList.LENGTH);
        assertThat(ReadingList.of(List.of(), Map.of("silent", new Figure(900, 900)), ReadingList.LENGTH))
                .isEmpty();
    }

    /** Beside what is new, no theme is more than one place away from what it weighs. */
    @Property(tries = 200)
    void it_is_representative(
            @ForAll @Size(min = 1, max = 15) List<@IntRange(min = 20, max = 500) Integer> sizes, @ForAll long seed) {
        var tickets = new ArrayList<Candidate>();
        var themes = new TreeMap<String, Figure>();
        for (int i = 0; i < sizes.size(); i++) {
            tickets.addAll(of("theme-" + i, sizes.get(i), null));
            themes.put("theme-" + i, new Figure(sizes.get(i), sizes.get(i)));
        }
        Collections.shuffle(tickets, new Random(seed));
        double all = sizes.stream().mapToInt(Integer::intValue).sum();
        var shares = shares(ReadingList.of(tickets, themes, ReadingList.LENGTH));
        themes.forEach((theme, figure) -> assertThat(
                        shares.getOrDefault(theme, 0L) - ReadingList.LENGTH * figure.tickets() / all)
                .as(theme)
                .isBetween(-1.5, 1.5));
    }

    private static Map<String, Long> shares(List<Item> list) {
        var shares = new TreeMap<String, Long>();
        list.stream()
                .filter(item -> item.reason() instanceof Reason.Share)
                .forEach(item -> shares.merge(item.ticket().theme(), 1L, Long::sum));
        return shares;
    }

    private static List<Candidate> of(String theme, int tickets, @Nullable Group group) {
        var all = new ArrayList<Candidate>();
        for (int i = 0; i < tickets; i++) {
            all.add(new Candidate(UUID.randomUUID(), theme, group, false));
        }
        return all;
    }
}
