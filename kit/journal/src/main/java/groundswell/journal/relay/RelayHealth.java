package groundswell.journal.relay;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the relay's thread says about itself, readable from any other. A sentence is logged when it changes. */
final class RelayHealth {
    private record Report(RelayState state, @Nullable String problem) {}

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final String topic;
    private final SlotGuard guard;
    private volatile Report report = new Report(RelayState.STARTING, null);
    private volatile List<SlotLag> lag = List.of();

    RelayHealth(String topic, SlotGuard guard) {
        this.topic = topic;
        this.guard = guard;
    }

    RelayState state() {
        return report.state();
    }

    Optional<String> problem() {
        return Optional.ofNullable(report.problem());
    }

    List<SlotLag> lag() {
        return lag;
    }

    void brokerAway(KafkaException e) {
        say(RelayState.BROKER_AWAY, "Kafka can't be reached; appends go on and are relayed later. Cause: " + name(e));
    }

    void sendFailed(Exception e) {
        say(
                RelayState.BROKER_AWAY,
                "Kafka did not take an event; appends go on, and it is sent again from the checkpoint: " + name(e));
    }

    void databaseAway(SQLException e) {
        say(RelayState.DATABASE_AWAY, "PostgreSQL can't be reached, SQLSTATE " + e.getSQLState() + ".");
    }

    void wrongSetup(WrongSetup e) {
        say(RelayState.WRONG_SETUP, Objects.requireNonNull(e.getMessage()));
    }

    void failing(RuntimeException e) {
        LOG.errorf(e, "The relay of %s starts afresh.", topic);
        say(RelayState.BROKER_AWAY, "The relay failed and starts afresh: " + name(e));
    }

    /**
     * The round went well: takes over the lags, and what other replicas have found about their slots.
     *
     * @param stuck whether an event has waited for its acknowledgement since an earlier round
     */
    void measured(List<SlotLag> measured, boolean stuck) {
        var refusedBefore = lag.stream()
                .filter(slot -> slot.refused() != null)
                .map(SlotLag::partition)
                .toList();
        lag = measured;
        for (var slot : measured) {
            if (slot.refused() != null) {
                guard.refuse(slot.partition(), slot.refused());
            } else if (refusedBefore.contains(slot.partition())) {
                guard.allow(slot.partition()); // its owner has compared again
            }
        }
        var refused =
                measured.stream().map(SlotLag::refused).filter(Objects::nonNull).findFirst();
        if (refused.isPresent()) {
            say(RelayState.BEHIND_TOPIC, refused.get());
        } else if (stuck) {
            say(RelayState.BROKER_AWAY, "Kafka acknowledges nothing; appends go on and are relayed later.");
        } else {
            say(RelayState.RUNNING, null);
        }
    }

    private void say(RelayState state, @Nullable String problem) {
        var before = report;
        report = new Report(state, problem);
        if (!Objects.equals(before.problem(), problem)) {
            if (problem != null) {
                LOG.warnf("Relay of %s: %s", topic, problem);
            } else {
                LOG.infof("Relay of %s: running.", topic);
            }
        }
    }

    private static String name(Exception e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ", " + e.getMessage());
    }
}
