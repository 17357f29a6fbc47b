package groundswell.journal;

import static groundswell.journal.JournalRefused.Reason.BUSY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BatcherTest {
    final List<String> worked = new CopyOnWriteArrayList<>();
    final CountDownLatch takenUp = new CountDownLatch(1);
    final CountDownLatch mayGoOn = new CountDownLatch(1);

    @Test
    void a_call_that_was_told_to_come_again_is_never_carried_out_later() throws Exception {
        var batcher = new Batcher<>("test", 10, Duration.ofSeconds(1), this::work);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            callers.execute(() -> batcher.call("first"));
            takenUp.await();

            assertThatExceptionOfType(JournalRefused.class)
                    .isThrownBy(() -> batcher.call("second"))
                    .returns(BUSY, JournalRefused::reason);
            mayGoOn.countDown();

            assertThat(batcher.call("third")).isEqualTo("third");
        }
        batcher.close();
        assertThat(worked).containsExactly("first", "third");
    }

    @Test
    void a_call_that_was_taken_up_in_time_gets_its_answer_even_when_that_is_late() throws Exception {
        var batcher = new Batcher<>("test", 10, Duration.ofSeconds(2), this::work);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> batcher.call("first"));
            takenUp.await();
            callers.submit(() ->
                            assertThatExceptionOfType(JournalRefused.class).isThrownBy(() -> batcher.call("second")))
                    .get(); // as long as the first had to be patient
            mayGoOn.countDown();

            assertThat(first.get()).isEqualTo("first");
        }
        batcher.close();
        assertThat(worked).containsExactly("first");
    }

    @Test
    void a_call_that_was_taken_up_and_never_answered_is_not_asked_to_come_again() throws Exception {
        var batcher = new Batcher<>("test", 10, Duration.ofMillis(500), this::work);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> batcher.call("first"));
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(first::get)
                    .withCauseInstanceOf(Unanswered.class);
        }
        mayGoOn.countDown();
        batcher.close();
        assertThat(worked).containsExactly("first");
    }

    private List<Outcome<String>> work(List<String> items) {
        takenUp.countDown();
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        worked.addAll(items);
        return items.stream().<Outcome<String>>map(Outcome.Done::new).toList();
    }
}
