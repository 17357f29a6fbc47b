package groundswell.journal;

import java.time.Instant;

/** How a service's events are written and read. {@link JsonEvents} derives it from a sealed interface of records. */
public interface EventFormat<E> {
    /** CloudEvents type, such as {@code groundswell.ticket.opened.v1}. */
    String type(E event);

    /** When it happened, in the world, not when it was recorded. */
    Instant at(E event);

    byte[] data(E event);

    /** Reads an event of any type ever published. Fields unknown to the record are ignored. */
    E read(String type, byte[] data);
}
