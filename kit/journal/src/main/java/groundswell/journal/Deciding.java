package groundswell.journal;

import static groundswell.journal.JournalRefused.Reason.REQUEST_MISMATCH;
import static groundswell.journal.JournalRefused.Reason.TOO_LARGE;
import static groundswell.journal.JournalRefused.Reason.VERSION_CONFLICT;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides a group in memory, one command after the other, each seeing what the ones before it left. No I/O. */
final class Deciding<C, S, E> {
    /** Larger events would not pass a broker's usual limit together with their headers. */
    static final int MOST_BYTES = 512 * 1024;

    private static final ObjectWriter JSON = JsonEvents.mapper().writer();

    private final JournalDefinition<C, S, E> definition;
    private final Situation<S> situation;
    private final Decided<S> decided = new Decided<>();

    Deciding(JournalDefinition<C, S, E> definition, Situation<S> situation) {
        this.definition = definition;
        this.situation = situation;
    }

    Decided<S> all(List<Ask<C>> asks) {
        for (var ask : asks) {
            try {
                decided.outcomes.add(new Outcome.Done<>(one(ask)));
            } catch (RuntimeException refusal) {
                decided.outcomes.add(new Outcome.Refused<>(refusal));
            }
        }
        return decided;
    }

    private Handled<S> one(Ask<C> ask) {
        var wish = ask.submission();
        var before = answeredBefore(wish);
        if (before != null) {
            return before;
        }
        var head = situation.heads.get(wish.stream());
        long version = head == null ? 0 : head.version();
        if (wish.expected() != Submission.ANY && wish.expected() != version) {
            throw new JournalRefused(
                    VERSION_CONFLICT, "Expected version %d, found %d".formatted(wish.expected(), version));
        }
        var decider = definition.decider();
        var events = decider.decide(head == null ? decider.initial() : head.state(), wish.command());
        var rows = rows(ask, version, events);
        var next = head;
        if (!events.isEmpty()) {
            var state = head == null ? decider.initial() : head.state();
            for (var event : events) {
                state = decider.evolve(state, event);
            }
            next = new Head<>(wish.stream(), version + events.size(), state);
            decided.changed.put(wish.stream(), next);
            situation.heads.put(wish.stream(), next);
            decided.rows.addAll(rows);
            int slot = definition.slots().of(wish.stream());
            situation.positions.merge(slot, (long) rows.size(), Long::sum);
        }
        var state = next == null ? decider.initial() : next.state();
        return claim(wish, new Handled.Appended<>(wish.stream(), version + events.size(), state, events.size()));
    }

    private @Nullable Handled<S> answeredBefore(Submission<C> wish) {
        var request = wish.request();
        if (request != null) {
            var claim = situation.requests.get(new Situation.ClaimKey(request.client(), request.key()));
            if (claim != null && !claim.fingerprint().equals(request.fingerprint())) {
                throw new JournalRefused(
                        REQUEST_MISMATCH, "This idempotency key was used for another request; take a new key");
            }
            if (claim != null) {
                return new Handled.Repeated<>(claim.stream(), claim.version(), claim.status());
            }
        }
        for (var key : wish.naturalKeys()) {
            var held = situation.naturalKeys.get(key);
            if (held != null) {
                return new Handled.Existing<>(held.stream(), held.version());
            }
        }
        return null;
    }

    private Handled<S> claim(Submission<C> wish, Handled.Appended<S> handled) {
        var request = wish.request();
        if (request != null) {
            decided.requests.add(new Decided.RequestRow(request, handled.stream(), handled.version()));
            situation.requests.put(
                    new Situation.ClaimKey(request.client(), request.key()),
                    new Situation.Claim(request.fingerprint(), request.status(), handled.stream(), handled.version()));
        }
        for (var key : wish.naturalKeys()) {
            decided.keys.add(new Decided.KeyRow(key, handled.stream()));
            situation.naturalKeys.put(key, new Situation.Held(handled.stream(), handled.version()));
        }
        return handled;
    }

    private List<Decided.Row> rows(Ask<C> ask, long version, List<E> events) {
        var wish = ask.submission();
        int slot = definition.slots().of(wish.stream());
        long position = situation.positions.getOrDefault(slot, 0L);
        var rows = new ArrayList<Decided.Row>(events.size());
        var meta = meta(wish.cause());
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            var data = definition.format().data(event);
            if (data.length > MOST_BYTES) {
                throw new JournalRefused(TOO_LARGE, "An event may hold at most 512 KiB; send less text");
            }
            rows.add(new Decided.Row(
                    slot,
                    position + i + 1,
                    wish.stream(),
                    version + i + 1,
                    ask.eventId(i),
                    definition.format().type(event),
                    data,
                    meta,
                    definition.format().at(event)));
        }
        return rows;
    }

    private static String meta(Cause cause) {
        var extensions = new LinkedHashMap<String, String>();
        extensions.put("actor", cause.actor());
        extensions.put("correlationid", cause.correlationId());
        if (cause.causationId() != null) {
            extensions.put("causationid", cause.causationId());
        }
        if (cause.traceparent() != null) {
            extensions.put("traceparent", cause.traceparent());
        }
        try {
            return JSON.writeValueAsString(extensions);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The cause cannot be written", e);
        }
    }
}
