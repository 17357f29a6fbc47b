package groundswell.insights.counting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.insights.CountedTicket;
import groundswell.insights.Dimension;
import groundswell.insights.Waiting;
import groundswell.journal.inbox.Delivery;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What two topics say of their tickets, read naively from the records themselves and by none of our own code: what customers
 * gave their answers and how long they waited is held against it.
 */
public final class Retold {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a ticket is in the end. */
    public static final class Ticket {
        private String channel = "";
        private @Nullable Instant openedAt;
        private @Nullable Instant firstReplyAt;
        private @Nullable Instant resolvedAt;
        private @Nullable Integer score;
        private String theme = CountedTicket.UNCLASSIFIED;
        private boolean automatic;
        private boolean merged;

        public boolean counts() {
            return openedAt != null && !automatic && !merged;
        }

        public Instant openedAt() {
            return Objects.requireNonNull(openedAt);
        }

        public @Nullable Integer score() {
            return score;
        }

        public @Nullable Instant ended(Waiting waiting) {
            return switch (waiting) {
                case FIRST_REPLY -> firstReplyAt;
                case RESOLUTION -> resolvedAt;
            };
        }

        public String code(Dimension dimension) {
            return switch (dimension) {
                case THEME -> theme;
                case CHANNEL -> channel;
                case TEAM, PLAN, HISTORY -> throw new IllegalArgumentException("Not retold: " + dimension);
            };
        }
    }

    private final Map<String, Ticket> tickets = new HashMap<>();
    private final Map<String, String> replaced = new HashMap<>();

    /** All that the topics say in the end, in any order of the partitions. */
    public static List<Ticket> of(Topics topics, int partitions) throws IOException {
        var retold = new Retold();
        for (int p = 0; p < partitions; p++) {
            for (var partition : List.of(topics.desk(p), topics.routing(p))) {
                for (var event : partition) {
                    retold.tell(event);
                }
            }
        }
        var all = List.copyOf(retold.tickets.values());
        all.forEach(ticket -> {
            while (retold.replaced.containsKey(ticket.theme)) {
                ticket.theme = Objects.requireNonNull(retold.replaced.get(ticket.theme));
            }
        });
        return all.stream().filter(Ticket::counts).toList();
    }

    private void tell(Delivery event) throws IOException {
        var said = JSON.readTree(event.data());
        var ticket = tickets.computeIfAbsent(event.key(), _ -> new Ticket());
        var name = event.type().replaceAll("groundswell\\.(.*)\\.v1", "$1");
        switch (name) {
            case "ticket.opened" -> {
                ticket.openedAt = at(said);
                ticket.channel = said.path("channel").asText();
                ticket.automatic = said.path("automatic").asBoolean();
            }
            case "ticket.replied" -> ticket.firstReplyAt = ticket.firstReplyAt == null ? at(said) : ticket.firstReplyAt;
            case "ticket.resolved" -> ticket.resolvedAt = at(said);
            case "ticket.rated" -> ticket.score = said.path("score").asInt();
            case "ticket.reopened" -> {
                ticket.resolvedAt = null;
                ticket.score = null;
            }
            case "ticket.merged" -> ticket.merged = true;
            case "ticket.unmerged" -> ticket.merged = false;
            case "routing.classified" -> ticket.theme = said.path("theme").asText();
            case "routing.taxonomy-published" ->
                said.path("replaced")
                        .properties()
                        .forEach(entry ->
                                replaced.put(entry.getKey(), entry.getValue().asText()));
            default -> {}
        }
    }

    private static Instant at(JsonNode said) {
        return Instant.parse(said.path("at").asText());
    }
}
