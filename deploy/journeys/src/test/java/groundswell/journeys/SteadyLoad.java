package groundswell.journeys;

import static groundswell.journeys.ThemeCounts.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Internal systems that go on posting tickets, each followed by its customer's message, and repeat every call blindly until
 * it is answered with success: a lost answer, a gateway that finds nobody and a busy service are all the same to them.
 */
final class SteadyLoad implements AutoCloseable {
    /** What was acknowledged for one ticket. */
    record Ticket(String externalId, String id, String number) {}

    private static final int CALLERS = 6;
    private static final int PAUSE_MILLIS = 150;
    private static final String[] SUBJECTS = {
        "Charged twice for the same invoice",
        "The export stops with an error",
        "How do I invite a colleague?",
        "The app crashes when I open a report",
        "Please add a dark theme"
    };

    private final Caller crm;
    private final String source;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Ticket> acknowledged = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> callers = new ArrayList<>();
    private volatile boolean ending;

    SteadyLoad(Caller crm, String source) {
        this.crm = crm;
        this.source = source;
        for (int i = 0; i < CALLERS; i++) {
            callers.add(threads.submit(this::call));
        }
    }

    private Void call() throws InterruptedException {
        while (!ending) {
            int n = numbers.incrementAndGet();
            var created = untilAnswered("/api/tickets", ticket(n), 201, source + "-" + n)
                    .json();
            var id = created.path("id").asText();
            untilAnswered("/api/tickets/" + id + "/customer-messages", message(n), 201, source + "-message-" + n);
            var externalId = Integer.toString(n);
            acknowledged.put(
                    externalId,
                    new Ticket(externalId, id, created.path("number").asText()));
            Thread.sleep(PAUSE_MILLIS); // the pace of the load; nothing waits for it
        }
        return null;
    }

    private Caller.Answer untilAnswered(String path, String body, int wanted, String key) throws InterruptedException {
        while (true) {
            try {
                var answer = crm.post(path, body, "Idempotency-Key", key);
                if (answer.status() == wanted) return answer;
                var again = answer.status() >= 500 || answer.status() == 409 || answer.status() == 429;
                assertThat(again).as(answer.status() + " " + answer.body()).isTrue();
            } catch (UncheckedIOException noAnswer) {
                // perhaps done, perhaps not: that is what the key is for
            }
            Thread.sleep(PAUSE_MILLIS); // the pace at which a client asks again
        }
    }

    private String ticket(int n) {
        return """
                {"subject": "%s", "description": "It is the %dth time, and nobody answers.", "channel": "api",
                 "source": "%s", "externalId": "%d", "requester": {"name": "Customer %d", "email": "c%d@load.example"}}""".formatted(SUBJECTS[n % SUBJECTS.length], n, source, n, n % 50, n % 50);
    }

    private static String message(int n) {
        return "{\"body\": \"Message %d\"}".formatted(n);
    }

    /** Until so many more tickets are acknowledged than there were at the call. */
    void awaitMore(int tickets) {
        int wanted = acknowledged.size() + tickets;
        patiently(() -> {
            assertThat(callers).noneMatch(Future::isDone);
            assertThat(acknowledged.size()).isGreaterThanOrEqualTo(wanted);
        });
    }

    /** Begins no further ticket; each one begun is repeated to its success. */
    Map<String, Ticket> finish() throws InterruptedException, ExecutionException {
        ending = true;
        for (var caller : callers) {
            caller.get();
        }
        return Map.copyOf(acknowledged);
    }

    @Override
    public void close() {
        ending = true;
        threads.shutdownNow();
    }
}
