package groundswell.journal.seal;

import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How a thread at the key topic is doing, readable from any other. A sentence is logged when it changes. */
public final class KeyHealth {
    /** Only {@code AWAY} passes by itself; the others want a person. */
    public enum State {
        STARTING,
        RUNNING,
        /** Kafka or the database can't be reached: keys and erasures come later. */
        AWAY,
        FAILING,
        WRONG_SETUP,
        DEAD
    }

    private record Report(State state, @Nullable String problem) {}

    private static final Logger LOG = Logger.getLogger(KeyHealth.class);

    private final String name;
    private volatile Report report = new Report(State.STARTING, null);

    KeyHealth(String name) {
        this.name = name;
    }

    public State state() {
        return report.state();
    }

    /** What is wrong, in a sentence that quotes no content. */
    public Optional<String> problem() {
        return Optional.ofNullable(report.problem());
    }

    void say(State state, @Nullable String problem) {
        var before = report;
        report = new Report(state, problem);
        if (problem != null && !Objects.equals(before.problem(), problem)) {
            LOG.warnf("%s: %s", name, problem);
        } else if (problem == null && before.problem() != null) {
            LOG.infof("%s: running again.", name);
        }
    }
}
