package groundswell.insights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A week's tickets for somebody to read in half an hour (row I17): what is new first, then every theme as often as
 * customers wrote about it. Pure.
 */
public final class ReadingList {
    /** A minute and a half for each. */
    public static final int LENGTH = 20;

    public static final int MINUTES = 30;

    /** Of each kind of news, so that most of the list stays representative. */
    private static final int MOST_NEWS = 3;

    /** As for "newsworthy": fewer tickets, or less growth, is chance. */
    private static final int LEAST_RISING = 10;

    private static final double LEAST_GROWTH = 0.2;

    private static final Comparator<Group> LARGEST_FIRST =
            Comparator.comparingInt((Group group) -> -group.tickets()).thenComparing(Group::id);

    /**
     * A ticket that may be read. Of each theme they come in the order in which they are to be taken.
     *
     * @param group what it belongs to where no theme fits; null for most
     * @param read whether its reader has read it
     */
    public record Candidate(
            UUID ticketId, String theme, @Nullable Group group, boolean read) {}

    /** A group of tickets that no theme fits. */
    public record Group(UUID id, int tickets) {}

    /** Why a ticket is on the list. */
    public sealed interface Reason {
        /** Nobody has named what these are about. */
        record Unnamed(Group group) implements Reason {}

        /** More than the week before. */
        record Rising(Figure figure) implements Reason {}

        /** One for its theme, which has this share of the week. */
        record Share(double share) implements Reason {}
    }

    public record Item(Candidate ticket, Reason reason) {}

    private final Map<String, Figure> themes;
    private final int length;
    private final long all;
    private final List<Item> list = new ArrayList<>();
    private final Map<String, List<Candidate>> left = new LinkedHashMap<>();

    private ReadingList(List<Candidate> candidates, Map<String, Figure> themes, int length) {
        this.themes = themes;
        this.length = length;
        this.all = themes.values().stream().mapToLong(Figure::tickets).sum();
        candidates.forEach(
                one -> left.computeIfAbsent(one.theme(), _ -> new ArrayList<>()).add(one));
    }

    /**
     * What was read stays on it, first of all, wherever its ticket has moved since; the others are those there would be if
     * nothing had been read, or a list would grow under its reader's eyes.
     *
     * @param themes how many tickets of each there were in the week, and in the week before
     * @param length of the list: {@value #LENGTH}, or more where some may not be shown
     */
    public static List<Item> of(List<Candidate> candidates, Map<String, Figure> themes, int length) {
        var list = new ReadingList(candidates, themes, length);
        list.unnamed(candidates);
        list.rising();
        list.proportionally();
        return list.readFirst(candidates);
    }

    private List<Item> readFirst(List<Candidate> candidates) {
        var chosen = new HashMap<Candidate, Item>();
        list.forEach(item -> chosen.put(item.ticket(), item));
        var read = candidates.stream()
                .filter(Candidate::read)
                .map(one -> chosen.getOrDefault(one, new Item(one, new Reason.Share(share(one.theme())))));
        return Stream.concat(read, list.stream()).distinct().limit(length).toList();
    }

    /** One of each group, the largest first. */
    private void unnamed(List<Candidate> candidates) {
        var firsts = new TreeMap<Group, Candidate>(LARGEST_FIRST);
        for (var one : candidates) {
            if (one.group() != null) {
                firsts.putIfAbsent(one.group(), one);
            }
        }
        firsts.entrySet().stream()
                .limit(MOST_NEWS)
                .forEach(first -> take(first.getValue(), new Reason.Unnamed(first.getKey())));
    }

    private void rising() {
        themes.entrySet().stream()
                .filter(theme -> !theme.getKey().equals(CountedTicket.UNCLASSIFIED))
                .filter(theme -> theme.getValue().tickets() >= LEAST_RISING)
                .filter(theme -> growth(theme.getValue()) > LEAST_GROWTH)
                .filter(theme -> !left(theme.getKey()).isEmpty())
                .sorted(Comparator.comparing((Map.Entry<String, Figure> theme) -> -growth(theme.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_NEWS)
                .forEach(theme -> take(left(theme.getKey()).getFirst(), new Reason.Rising(theme.getValue())));
    }

    private static double growth(Figure figure) {
        return figure.velocity().orElse(Double.POSITIVE_INFINITY);
    }

    /** By Sainte-Laguë: each place goes to the theme that has the fewest for what it weighs. */
    private void proportionally() {
        var given = new HashMap<String, Integer>();
        while (list.size() < length) {
            var next = left.keySet().stream()
                    .filter(theme -> !left(theme).isEmpty())
                    .max(Comparator.comparingDouble(
                                    (String theme) -> weight(theme) / (2.0 * given.getOrDefault(theme, 0) + 1))
                            .thenComparing(Comparator.reverseOrder()))
                    .orElse(null);
            if (next == null) {
                return;
            }
            given.merge(next, 1, Integer::sum);
            take(left(next).getFirst(), new Reason.Share(share(next)));
        }
    }

    private double share(String theme) {
        return all == 0 ? 0 : (double) weight(theme) / all;
    }

    private long weight(String theme) {
        return themes.getOrDefault(theme, Figure.ZERO).tickets();
    }

    private List<Candidate> left(String theme) {
        return left.getOrDefault(theme, List.of());
    }

    private void take(Candidate ticket, Reason reason) {
        list.add(new Item(ticket, reason));
        left(ticket.theme()).remove(ticket);
    }
}
