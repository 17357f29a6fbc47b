package groundswell.journal;

import groundswell.journal.Tally.Added;
import groundswell.journal.Tally.Fact;
import groundswell.journal.Tally.Wish;
import java.time.Instant;
import java.util.List;

/** The smallest domain that can refuse: numbers are added up, and a negative one is not accepted. */
final class Tally implements Decider<Wish, Tally.Sum, Fact> {
    static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");

    record Wish(int number, String note) {
        static Wish of(int number) {
            return new Wish(number, "");
        }
    }

    record Sum(long total, int count) {}

    sealed interface Fact {
        Instant at();
    }

    record Added(int number, String note, Instant at) implements Fact {}

    static final class NegativeRefused extends RuntimeException {
        NegativeRefused() {
            super("negative");
        }
    }

    @Override
    public Sum initial() {
        return new Sum(0, 0);
    }

    @Override
    public List<Fact> decide(Sum state, Wish wish) {
        if (wish.number() < 0) {
            throw new NegativeRefused();
        }
        return wish.number() == 0 ? List.of() : List.of(new Added(wish.number(), wish.note(), NOW));
    }

    @Override
    public Sum evolve(Sum state, Fact fact) {
        return switch (fact) {
            case Added e -> new Sum(state.total() + e.number(), state.count() + 1);
        };
    }

    static JournalDefinition<Wish, Sum, Fact> definition(Slots slots) {
        return new JournalDefinition<>(
                slots, new Tally(), JsonEvents.of("tally", "Tally", Fact.class, Fact::at), Sum.class, List.of());
    }

    static Submission<Wish> add(String stream, int number) {
        return Submission.of(stream, Wish.of(number), Cause.of("test", "c"));
    }
}
