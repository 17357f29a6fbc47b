package groundswell.journal.quarkus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Sealed personal data. */
@ConfigMapping(prefix = "groundswell.seal")
public interface SealConfig {
    /** Base64 of the 32-byte key-encryption key; from the environment, {@code GROUNDSWELL_SEAL_KEK}. */
    String kek();

    /** Whether this service creates and erases people's keys; one service does. */
    @WithDefault("false")
    boolean owner();

    /** Where keys and erasures are published. */
    @WithDefault("subject.keys.v1")
    String topic();
}
