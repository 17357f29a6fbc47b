package groundswell.ticket.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.Cause;
import groundswell.journal.JsonEvents;
import groundswell.journal.inbox.Delivery;
import groundswell.ticket.Priority;
import groundswell.ticket.TicketCommand;
import groundswell.ticket.TicketCommand.AssignTicket;
import groundswell.ticket.TicketCommand.PrioritiseTicket;
import groundswell.ticket.TicketCommand.TagTicket;
import groundswell.ticket.http.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commands that may come by Kafka: ids and codes only. What is not one of them is skipped. */
final class Orders {
    private static final ObjectMapper JSON = JsonEvents.mapper();
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:/+-]{0,63}");

    private static final Pattern CODE = Pattern.compile(Code.FORM);

    record Assign(
            UUID ticketId,
            @Nullable String team,
            @Nullable UUID assigneeId,
            int assignmentRevision,
            @Nullable String reason) {}

    record Tags(
            UUID ticketId,
            @Nullable List<String> add,
            @Nullable List<String> remove) {}

    record Prioritise(UUID ticketId, Priority priority) {
        Prioritise {
            Objects.requireNonNull(priority, "priority");
        }
    }

    static Optional<TicketCommand> read(Delivery delivery, Instant at) {
        return switch (delivery.type()) {
            case "groundswell.ticket.assign.v1" -> {
                var c = read(delivery, Assign.class);
                yield Optional.of(new AssignTicket(
                        c.ticketId(), code(c.team()), c.assigneeId(), c.assignmentRevision(), code(c.reason()), at));
            }
            case "groundswell.ticket.tag.v1" -> {
                var c = read(delivery, Tags.class);
                yield Optional.of(new TagTicket(c.ticketId(), tags(c.add()), tags(c.remove()), at));
            }
            case "groundswell.ticket.prioritise.v1" -> {
                var c = read(delivery, Prioritise.class);
                yield Optional.of(new PrioritiseTicket(c.ticketId(), c.priority(), at));
            }
            default -> Optional.empty();
        };
    }

    /** What follows from a command was caused by it. */
    static Cause cause(Delivery delivery) {
        var cause = delivery.cause();
        return new Cause(
                cause.actor(), cause.correlationId(), delivery.eventId().toString(), cause.traceparent());
    }

    private static @Nullable String code(@Nullable String code) {
        if (code != null && !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("A team or a reason is not a code");
        }
        return code;
    }

    private static List<String> tags(@Nullable List<String> tags) {
        if (tags == null) {
            return List.of();
        }
        if (!tags.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
            throw new IllegalArgumentException("A tag is not acceptable");
        }
        return tags;
    }

    private static <T> T read(Delivery delivery, Class<T> type) {
        try {
            return JSON.readValue(delivery.data(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("A command of type " + delivery.type() + " cannot be read", e);
        }
    }

    private Orders() {}
}
