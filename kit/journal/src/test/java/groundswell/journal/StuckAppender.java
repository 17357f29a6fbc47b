package groundswell.journal;

import java.io.IOException;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** A process of its own that appends a little, then gets stuck inside an append's transaction, holding its slot. */
final class StuckAppender {
    static final int STUCK = 666;

    public static void main(String[] arguments) throws IOException {
        var database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser("postgres");
        var slots = new Slots(arguments[1], Integer.parseInt(arguments[2]));
        var tally = Tally.definition(slots);
        var definition = new JournalDefinition<>(
                slots, new StuckAt(tally.decider()), tally.format(), Tally.Sum.class, List.of());
        var journal = new Journal<>(database, definition, 1, SlotWatch.NONE);
        for (int i = 0; i < 5; i++) {
            journal.handle(Tally.add("of-" + ProcessHandle.current().pid() + "-" + i, 1));
        }
        System.out.println("ready");
        System.in.read();
        journal.handle(Tally.add(arguments[3], STUCK));
    }

    private record StuckAt(Decider<Tally.Wish, Tally.Sum, Tally.Fact> rules)
            implements Decider<Tally.Wish, Tally.Sum, Tally.Fact> {
        @Override
        public Tally.Sum initial() {
            return rules.initial();
        }

        @Override
        public List<Tally.Fact> decide(Tally.Sum state, Tally.Wish wish) {
            while (wish.number() == STUCK) {
                System.out.println("inside");
                java.util.concurrent.locks.LockSupport.park();
            }
            return rules.decide(state, wish);
        }

        @Override
        public Tally.Sum evolve(Tally.Sum state, Tally.Fact fact) {
            return rules.evolve(state, fact);
        }
    }

    private StuckAppender() {}
}
