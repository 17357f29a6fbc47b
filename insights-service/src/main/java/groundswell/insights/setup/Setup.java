package groundswell.insights.setup;

import groundswell.insights.Calendar;
import groundswell.insights.Cost;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the core's plain types available for injection. */
@Singleton
public class Setup {
    @Produces
    @Singleton
    Cost.Rate rate(InsightsConfig config) {
        return new Cost.Rate(config.minutesPerTicket(), config.hourlyRate().orElse(null), config.currency());
    }

    @Produces
    @Singleton
    Calendar calendar(InsightsConfig config) {
        return new Calendar(Clock.systemUTC(), config.timeZone());
    }
}
