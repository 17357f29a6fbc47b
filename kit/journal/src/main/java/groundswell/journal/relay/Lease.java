package groundswell.journal.relay;

/**
 * The right to relay one slot, as given by the database.
 *
 * @param fence counts the owners; a write with an older fence changes nothing
 * @param relayed checkpoint: every position up to it is on the topic
 */
record Lease(int partition, long fence, long relayed) {}
