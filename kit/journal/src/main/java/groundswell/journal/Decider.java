package groundswell.journal;

import java.util.List;

/**
 * The pure heart a service supplies: in this state, on this command, these events follow. No clock, no I/O.
 *
 * @param <C> command
 * @param <S> state of one stream, folded from its events
 * @param <E> event
 */
public interface Decider<C, S, E> {
    S initial();

    /** The events that follow; an exception is the named refusal of this one command and harms no other. */
    List<E> decide(S state, C command);

    S evolve(S state, E event);
}
