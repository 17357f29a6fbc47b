package groundswell.journal;

import java.util.List;

/**
 * All that makes one service's journal its own.
 *
 * @param slots topic and number of partitions
 * @param state class of the snapshot, written as JSON
 * @param columns what the service's lists need beside the snapshot
 */
public record JournalDefinition<C, S, E>(
        Slots slots, Decider<C, S, E> decider, EventFormat<E> format, Class<S> state, List<StreamColumn<S>> columns) {}
