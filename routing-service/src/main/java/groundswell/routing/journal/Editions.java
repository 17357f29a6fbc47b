package groundswell.routing.journal;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.journal.JournalRefused;
import groundswell.journal.Submission;
import groundswell.routing.Edition;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Something that people change, as a stream of versions: the one shipped until somebody changes it. A newer shipped one
 * takes the place of an older one, and never of what people wrote.
 *
 * @param <E> a version as it was published
 * @param <T> what a version means, made once per version
 */
public final class Editions<E extends Edition, T> {
    /** @param by who published it; {@code system:routing-service} for a shipped one */
    public record Published<E>(E edition, String by) {}

    /** What makes the next version of what was before, and who wants it. */
    public record Change<E, T>(Function<T, E> make, Cause cause) {}

    /** @param meaning of the last of them, or of the newest there is */
    public record Following<T>(T meaning, List<Submission<RoutingEvent>> submissions) {}

    private record Version<T>(int number, T meaning) {}

    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final String stream;
    private final Class<E> kind;
    private final IntFunction<E> shipped;
    private final Function<E, T> meaning;
    private final Held<Version<T>> present = new Held<>(this::read);
    private final Map<Integer, T> known = new ConcurrentHashMap<>();

    /** @param shipped the shipped one as the version of that number, or a later one */
    public Editions(
            Journal<RoutingEvent, RoutingState, RoutingEvent> journal,
            String stream,
            Class<E> kind,
            IntFunction<E> shipped,
            Function<E, T> meaning) {
        this.journal = journal;
        this.stream = stream;
        this.kind = kind;
        this.shipped = shipped;
        this.meaning = meaning;
    }

    /** Publishes what is shipped, where that is news. Call it once the journal runs. */
    public void ship() {
        var before = latest();
        var next = shipped.apply(before.map(Edition::version).orElse(0) + 1);
        if (before.isPresent() && (before.get().byPeople() || before.get().shipped() >= next.shipped())) return;
        journal.handle(Submission.of(stream, next, Cause.of("system:routing-service", stream + "@" + next.version())));
        present.changed();
    }

    /** The one in force; a change elsewhere is in force here within a second. */
    public T now() {
        return present.get().meaning();
    }

    /** As it was; where that version is not known, as it is. */
    public T at(int version) {
        var now = present.get();
        if (version != now.number() && !known.containsKey(version)) history().forEach(one -> meaningOf(one.edition()));
        return known.getOrDefault(version, now.meaning());
    }

    /** Every version, oldest first. */
    public List<Published<E>> history() {
        return journal.read(stream).stream()
                .map(recorded -> new Published<>(
                        kind.cast(recorded.event()), recorded.cause().actor()))
                .toList();
    }

    /**
     * @param next whose version follows the one that was changed
     * @throws JournalRefused where there is a newer one
     */
    public T change(E next, Cause cause) {
        var head = journal.head(stream).orElseThrow(Editions::changedMeanwhile);
        if (edition(head.state()).map(Edition::version).orElse(0) + 1 != next.version()) throw changedMeanwhile();
        journal.handle(Submission.<RoutingEvent>of(stream, next, cause).expecting(head.version()));
        present.changed();
        return meaningOf(next);
    }

    /**
     * Versions to be recorded in a transaction of the caller's, who calls {@link #changed} once it is committed.
     *
     * @param changes each makes the next version of the one before it
     * @throws JournalRefused where a change was made of an older one
     */
    public Following<T> following(List<Change<E, T>> changes) {
        var head = journal.head(stream).orElseThrow(Editions::changedMeanwhile);
        var before = edition(head.state()).orElseThrow(Editions::changedMeanwhile);
        var meaning = meaningOf(before);
        int number = before.version();
        var submissions = new ArrayList<Submission<RoutingEvent>>();
        for (var change : changes) {
            var next = change.make().apply(meaning);
            if (next.version() != number + 1) throw changedMeanwhile();
            number = next.version();
            meaning = this.meaning.apply(next);
            submissions.add(Submission.<RoutingEvent>of(stream, next, change.cause())
                    .expecting(head.version() + submissions.size()));
        }
        return new Following<>(meaning, submissions);
    }

    /** A change was made here. */
    public void changed() {
        present.changed();
    }

    private static JournalRefused changedMeanwhile() {
        return new JournalRefused(JournalRefused.Reason.VERSION_CONFLICT, "There is a newer version");
    }

    private Version<T> read() {
        var latest = latest();
        if (latest.isPresent()) return new Version<>(latest.get().version(), meaningOf(latest.get()));
        var first = shipped.apply(1); // not kept: it is published under a time of its own
        return new Version<>(first.version(), meaning.apply(first));
    }

    private Optional<E> latest() {
        return journal.head(stream).flatMap(head -> edition(head.state()));
    }

    private Optional<E> edition(RoutingState state) {
        var edition = state.edition();
        return edition == null ? Optional.empty() : Optional.of(kind.cast(edition));
    }

    private T meaningOf(E edition) {
        return known.computeIfAbsent(edition.version(), _ -> meaning.apply(edition));
    }
}
