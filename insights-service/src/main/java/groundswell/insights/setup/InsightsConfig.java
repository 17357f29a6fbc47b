package groundswell.insights.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** What an installation may say about this service. */
@ConfigMapping(prefix = "groundswell.insights")
public interface InsightsConfig {
    /** In which days, ISO weeks and months begin and end. Its offset must be a multiple of 15 minutes, as all of today's are. */
    @WithDefault("UTC")
    ZoneId timeZone();

    /** What is counted: topics of ticket-service and of routing-service. */
    @WithDefault("ticket.events.v1")
    String ticketTopic();

    @WithDefault("routing.events.v1")
    String routingTopic();

    /** Minutes of people's time that a ticket takes: the hours of a theme are tickets × minutes ÷ 60. */
    @WithDefault("15")
    int minutesPerTicket();

    /** Money an hour of that time costs; only hours are shown where it is not set. */
    Optional<BigDecimal> hourlyRate();

    /** In which the rate is. */
    @WithDefault("EUR")
    String currency();

    /** How often surges are looked for when numbers have changed. */
    @WithDefault("5s")
    String surgesEvery();

    /** How often the gauges for Prometheus are read. */
    @WithDefault("15s")
    String gaugesEvery();

    /** How often it is looked whether there are more unclear texts to group. */
    @WithDefault("1m")
    String discoveriesEvery();

    /** How often it is looked whether there are tickets whose mood was not read yet. */
    @WithDefault("5s")
    String sentimentEvery();

    /** How often it is looked whether the help centre has told of articles or searches whose theme is not known yet. */
    @WithDefault("5s")
    String lookupsEvery();

    /** How long words that people searched for in the help centre are kept; the numbers stay. In whole days. */
    @WithDefault("90d")
    Duration searchWordsKept();

    /** How often it is looked whether a week or month is over that has no report yet. */
    @WithDefault("1m")
    String reportsEvery();

    /** How long a week or month must have been over, and its counts at rest, before it is reported. */
    @WithDefault("2h")
    Duration reportsAfter();

    /** How many threads read the topics again when everything is counted anew. */
    @WithDefault("4")
    int rebuildThreads();

    /** How often it is looked whether somebody wants a rebuild. */
    @WithDefault("5s")
    String rebuildsEvery();

    /** How often launches and fixes are measured again. */
    @WithDefault("1m")
    String effectsEvery();

    /** How often it is looked what of the last weeks is newsworthy. */
    @WithDefault("1m")
    String leadsEvery();
}
