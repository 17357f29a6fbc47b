package groundswell.insights.newsworthy;

import groundswell.insights.InsightsEvent.LeadFound;
import groundswell.insights.Names;
import groundswell.insights.Newsworthy.Lead;
import groundswell.insights.Week;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A whole week, and what of it is newsworthy.
 *
 * @param thresholds version of those that decided
 */
record WeekOver(Week week, Instant end, List<Lead> leads, int thresholds, Names names) {
    LeadFound told(UUID id, Lead lead) {
        return new LeadFound(
                id,
                lead.theme(),
                week.toString(),
                lead.lane().code(),
                lead.figure().tickets(),
                lead.figure().before(),
                lead.share(),
                lead.conditions(),
                thresholds,
                names.theme(lead.theme()) + ", " + week + ": " + lead.sentence(),
                end);
    }
}
