package groundswell.consent.journal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Everything about consents that an installation decides. */
@ConfigMapping(prefix = "groundswell.consent")
public interface ConsentConfig {
    /** Who asks: the controller that the notice and the receipt name. */
    Controller controller();

    /** The version of the notice that new requests are made with: a folder {@code notices/<version>}. */
    @WithDefault("2026-03")
    String notice();

    /** How long a customer has to answer; silence is a no. */
    @WithDefault("P30D")
    Duration answerWithin();

    /** How often what has run out is looked for; what is used is checked at use time anyway. */
    @WithDefault("30s")
    String expireEvery();

    /** How often rows of the past whose tickets were unknown are tried again. */
    @WithDefault("2s")
    String importEvery();

    /** Requests a minute that one address may make to customers' links. */
    @WithDefault("120")
    int linkRequestsPerMinute();

    interface Controller {
        @WithDefault("Groundswell Demo Company")
        String name();

        @WithDefault("privacy@groundswell.example")
        String contact();
    }
}
