package groundswell.insights.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** What an installation may say about this service. */
@ConfigMapping(prefix = "groundswell.insights")
public interface InsightsConfig {
    /** In which days, ISO weeks and months begin and end. Its offset must be a multiple of 15 minutes, as all of today's are. */
    @WithDefault("UTC")
    ZoneId timeZone();

    /** How often surges are looked for when numbers have changed. */
    @WithDefault("5s")
    String surgesEvery();

    /** How often launches and fixes are measured again. */
    @WithDefault("1m")
    String effectsEvery();
}
