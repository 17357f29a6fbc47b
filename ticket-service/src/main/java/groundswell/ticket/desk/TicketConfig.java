package groundswell.ticket.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Everything an operator can set about tickets. */
@ConfigMapping(prefix = "groundswell.ticket")
public interface TicketConfig {
    /** How long a resolved ticket stays silent before it is closed; at most 28 days. */
    @WithDefault("P4D")
    Duration closeAfter();

    /** How often silent tickets are looked for. */
    @WithDefault("60s")
    String closeEvery();

    /** How often waiting imports are looked for. */
    @WithDefault("1s")
    String importEvery();

    /** Base64 of the key that requesters are recognised by; derived from the key-encryption key where it is not given. */
    Optional<String> lookupKey();

    /** How many forms the public pages take from one address in a minute. */
    @WithDefault("30")
    int formsPerAddress();

    /** How many forms the public pages take from all addresses together in a minute. */
    @WithDefault("300")
    int forms();
}
