package groundswell.journal.inbox;

/** Marks an exception that says "wait": the batch is tried again until it works, and nothing is parked. */
public interface NotYet {}
