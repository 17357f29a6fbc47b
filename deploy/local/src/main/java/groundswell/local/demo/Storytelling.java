package groundswell.local.demo;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.function.Consumer;

/** What PR does with a month's consents: a few stories are drafted, checked and released, one a theme; one waits for its check. */
final class Storytelling {
    private static final int TOLD = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String JSON = "application/json";

    private final Api api;

    Storytelling(Api api) {
        this.api = api;
    }

    void tell(Consumer<String> progress) throws IOException, InterruptedException {
        awaitConsents();
        if (!api.get("pr", "/api/stories").getJsonArray("items").isEmpty()) {
            return; // told by an earlier run
        }
        var themes = new HashSet<String>();
        var consents = api.get("pr", "/api/consents?status=granted&limit=100").getJsonArray("items");
        for (int i = 0; i < consents.size() && themes.size() <= TOLD; i++) {
            var ticket = consents.getJsonObject(i).getString("ticketId");
            if (themes.add(theme(ticket))) {
                var story = api.post(
                        "pr",
                        "/api/stories",
                        JSON,
                        new JsonObject().put("ticketId", ticket).encode());
                if (themes.size() <= TOLD) {
                    release(story.getString("id"));
                }
            }
        }
        progress.accept(Math.min(TOLD, themes.size()) + " stories that may be told");
    }

    /** Texts are read behind the import, which takes a minute or two. */
    private String theme(String ticket) throws IOException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            var theme = api.get("lead", "/api/tickets/" + ticket).getString("theme");
            if (theme != null) {
                return theme;
            }
            Thread.sleep(Duration.ofMillis(500));
        }
        throw new IOException("Ticket " + ticket + " has no theme yet");
    }

    private void release(String story) throws IOException, InterruptedException {
        var redacted = api.get("pr", "/api/stories/" + story).getJsonObject("redacted");
        api.put("pr", "/api/stories/" + story + "/check", JSON, redacted.encode());
        api.post("pr", "/api/stories/" + story + "/release", JSON, "{}");
    }

    /** Answers are applied as their tickets arrive. */
    private void awaitConsents() throws IOException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (api.get("legal", "/api/consents/import").getLong("waiting") > 0) {
            if (Instant.now().isAfter(until)) {
                throw new IOException("The imported consents are not applied yet");
            }
            Thread.sleep(Duration.ofMillis(500));
        }
    }
}
