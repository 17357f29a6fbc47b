package groundswell.journal.relay;

/** How a relay is doing, for health and metrics. */
public enum RelayState {
    STARTING,
    RUNNING,
    /** Appends go on; what they append is relayed once the broker is back. */
    BROKER_AWAY,
    DATABASE_AWAY,
    /** The topic holds more than this database: appends to the slot are refused until a newer state is restored. */
    BEHIND_TOPIC,
    WRONG_SETUP,
    STOPPED
}
