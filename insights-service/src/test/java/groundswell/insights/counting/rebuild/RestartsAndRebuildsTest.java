package groundswell.insights.counting.rebuild;

import static groundswell.insights.counting.Counting.recount;
import static groundswell.insights.counting.Counting.rows;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.counting.Counting;
import groundswell.insights.counting.Topics;
import java.util.Random;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories on a real broker and database, with copies, late events and themes that merge; between any two events a
 * consumer may start again, all connections may be cut, and a rebuild may begin. {@code -Dhistories=50} tries so many.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RestartsAndRebuildsTest {
    static final int PARTITIONS = 4, TICKETS = 250, LONGEST_RUN = 40;

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_comes_between_the_events_the_counts_are_those_of_a_quiet_run(long seed) throws Exception {
        var random = new Random(seed);
        var history = new Topics(new Random(seed), TICKETS, PARTITIONS);
        try (var house = new CountingHouse("history-" + seed, PARTITIONS)) {
            var publishing = new Publishing(house, history, random);
            house.start();
            for (int step = 0; publishing.next(1 + random.nextInt(LONGEST_RUN)); step++) {
                switch (random.nextInt(8)) {
                    case 0 -> house.restart();
                    case 1 -> house.cutConnections();
                    case 2 -> house.wantRebuild();
                    default -> house.look();
                }
                if (step == 1) {
                    house.wantRebuild();
                    house.cutConnections();
                }
            }
            house.wantRebuild();
            house.settle(publishing.published());

            assertThat(house.rebuildsDone()).isPositive();
            assertThat(house.differencesSeen()).isEmpty();
            assertThat(house.looks()).isPositive();
            assertThat(recount(house.database()).differences()).isEmpty();
            assertThat(rows(house.database())).isEqualTo(rows(quiet(history))).hasSizeGreaterThan(TICKETS);
        }
    }

    static LongStream seeds() {
        return LongStream.range(11, 11 + Long.getLong("histories", 2));
    }

    /** The same history, read once, in one piece a topic. */
    private static DataSource quiet(Topics history) throws Exception {
        var database = Counting.newDatabase();
        for (int p = 0; p < PARTITIONS; p++) {
            Counting.apply(database, history.desk(p), new Random(1));
            Counting.apply(database, history.routing(p), new Random(1));
        }
        return database;
    }
}
