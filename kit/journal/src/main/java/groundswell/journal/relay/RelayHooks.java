package groundswell.journal.relay;

/** The moments at which a relay may die; tests make it die there. Called on the relay's thread. */
interface RelayHooks {
    RelayHooks NONE = new RelayHooks() {};

    default void beforeSend(int partition, long position) {}

    default void afterSend(int partition, long position) {}

    /** Everything up to {@code position} is acknowledged, the checkpoint not yet written. */
    default void afterAck(int partition, long position) {}

    default void afterCheckpoint(int partition, long position) {}
}
