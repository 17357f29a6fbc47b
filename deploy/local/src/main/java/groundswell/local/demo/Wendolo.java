package groundswell.local.demo;

import groundswell.local.Persona;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A month at Wendolo, an invented maker of boards and calendars. What is past comes as an import with its original times;
 * what nobody has touched yet is posted as new tickets, so that routing decides on it; consent comes as the record of another
 * system. Every row has an id of its own: to load it again changes nothing. The agents come to work first, so that the
 * pages know their names.
 */
public final class Wendolo implements DemoData {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String LINES = "application/x-ndjson";

    @Override
    public void load(URI gateway, Path tokens, Consumer<String> progress) throws IOException, InterruptedException {
        var api = new Api(gateway, tokens);
        var tickets = Month.until(Instant.now());
        var past = tickets.stream()
                .filter(ticket -> !ticket.isWaiting())
                .sorted(Comparator.comparing(DemoTicket::at))
                .toList();
        var waiting = tickets.stream()
                .filter(DemoTicket::isWaiting)
                .sorted(Comparator.comparing(DemoTicket::at))
                .toList();
        for (var persona : Persona.values()) {
            if (persona.role().equals("agent") || persona.role().equals("lead")) {
                api.visit(persona, "/queues");
            }
        }
        Crew.settle(api);
        progress.accept("a month of Wendolo, " + past.size() + " tickets with their past");
        importPast(api, past, progress);
        progress.accept(waiting.size() + " tickets that nobody has answered yet");
        postWaiting(api, waiting);
        progress.accept("what customers allowed, declined and took back");
        importConsent(api, past);
        noteChanges(api);
        Customers.tell(api);
        HelpCentre.tell(api);
        new Storytelling(api).tell(progress);
    }

    private static void importPast(Api api, List<DemoTicket> past, Consumer<String> progress)
            throws IOException, InterruptedException {
        var rows = past.stream()
                .map(ticket -> ImportRow.imported(ticket).encode())
                .collect(Collectors.joining("\n", "", "\n"));
        var state = api.post("integrator", "/api/imports", LINES, rows);
        var id = state.getString("id");
        var until = Instant.now().plus(PATIENCE);
        while (!state.getString("state").equals("finished")) {
            if (state.getString("state").equals("failed") || Instant.now().isAfter(until)) {
                throw new IOException("The import did not finish: " + state);
            }
            Thread.sleep(Duration.ofMillis(500));
            state = api.get("integrator", "/api/imports/" + id);
        }
        var counts = state.getJsonObject("rows");
        if (counts.getInteger("refused") > 0) {
            throw new IOException("The import refused rows: " + state.getJsonArray("errors"));
        }
        progress.accept("imported " + counts.getInteger("opened") + " tickets");
    }

    private static void postWaiting(Api api, List<DemoTicket> waiting) throws IOException, InterruptedException {
        try (var threads = Executors.newFixedThreadPool(4, Thread.ofVirtual().factory())) {
            var posts = waiting.stream()
                    .map(ticket -> threads.submit(() -> api.post(
                            "integrator",
                            "/api/tickets",
                            "application/json",
                            ImportRow.posted(ticket).encode())))
                    .toList();
            for (var post : posts) {
                post.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static void noteChanges(Api api) throws IOException, InterruptedException {
        var today = LocalDate.now(ZoneOffset.UTC);
        api.post(
                "integrator",
                "/api/launches",
                "application/json",
                change("Calendar 3", today.minusDays(Month.LAUNCHED)));
        api.post(
                "integrator",
                "/api/fixes",
                "application/json",
                change("Payments are taken once", today.minusDays(Month.FIXED), "billing-double-charge"));
    }

    private static String change(String name, LocalDate day, String... themes) {
        return new JsonObject()
                .put("name", name)
                .put("at", day + "T06:00:00Z")
                .put("themes", new JsonArray(List.of(themes)))
                .encode();
    }

    private static void importConsent(Api api, List<DemoTicket> past) throws IOException, InterruptedException {
        var rows = past.stream()
                .flatMap(ticket -> ticket.consent().stream().map(answer -> consent(ticket, answer)))
                .map(JsonObject::encode)
                .collect(Collectors.joining("\n", "", "\n"));
        var told = api.post("legal", "/api/consents/import", LINES, rows);
        if (!told.getJsonArray("errors", new JsonArray()).isEmpty()) {
            throw new IOException("Consent was not accepted: " + told);
        }
    }

    private static JsonObject consent(DemoTicket ticket, DemoTicket.Answer answer) {
        return new JsonObject()
                .put("source", ImportRow.SOURCE)
                .put("externalId", ticket.externalId())
                .put("status", answer.status())
                .put("scopes", "aggregate_quote,case_study")
                .put("when", answer.at().toString())
                .put("how", "desk-mail");
    }
}
