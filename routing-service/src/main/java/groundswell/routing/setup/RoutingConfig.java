package groundswell.routing.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** All settings of routing-service beside those of Quarkus and the journal. */
@ConfigMapping(prefix = "groundswell.routing")
public interface RoutingConfig {
    /** Whether texts are read; {@code off} leaves rules and people, and needs no model in memory. */
    @WithDefault("on")
    Switch language();

    /** Whether this replica deals tickets to people; one of them must. */
    @WithDefault("on")
    Switch dealing();

    /** How often the queues are measured, and so how often a change of one is told at most; a second at the least. */
    @WithDefault("5s")
    String queuesEvery();

    /** The least probability of a team at which a text alone assigns; below it a person decides in triage. */
    @WithDefault("0.9")
    double floor();

    /** Threads that read texts; one reads about 50 a second. */
    @WithDefault("2")
    int readers();

    /** After so many labels, or a tenth of those there are, a model that has learnt from them is tried. */
    @WithDefault("50")
    int refitEvery();

    /** A folder with any of {@code teams.yaml}, {@code taxonomy.yaml}, {@code rules.yaml} and {@code time-policy.yaml}. */
    Optional<Path> folder();

    /** On or off. */
    enum Switch {
        ON,
        OFF
    }
}
