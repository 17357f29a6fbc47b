package groundswell.insights.discovery;

import groundswell.insights.Calendar;
import groundswell.insights.Opening;
import groundswell.insights.discovery.Discoveries.Found;
import groundswell.insights.discovery.Group.Unclear;
import groundswell.insights.journal.Hearing;
import groundswell.language.Keywords;
import groundswell.language.Keywords.Written;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Embeds what is unclear to routing-service, a little at a time, and groups it anew whenever there is more of it. */
@ApplicationScoped
public class WhenTextsAreUnclearThenDiscover {
    private static final Logger LOG = Logger.getLogger(WhenTextsAreUnclearThenDiscover.class);

    private static final Duration LOOKED_BACK = Duration.ofDays(90);

    /** Some four seconds of one core. */
    private static final int EMBEDDED_AT_ONCE = 200;

    /** So many of a group's tickets, the most typical, name it. */
    private static final int READ = 50;

    private static final int WORDS = 3;

    private final UnclearTexts texts;
    private final Opening.Source openings;
    private final Discoveries discoveries;
    private final Hearing hearing;
    private final Calendar calendar;
    private Set<UUID> grouped = Set.of();

    WhenTextsAreUnclearThenDiscover(
            UnclearTexts texts, Opening.Source openings, Discoveries discoveries, Hearing hearing, Calendar calendar) {
        this.texts = texts;
        this.openings = openings;
        this.discoveries = discoveries;
        this.hearing = hearing;
        this.calendar = calendar;
    }

    @Scheduled(
            every = "{groundswell.insights.discoveries-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void discover() {
        if (!hearing.isUpToDate()) {
            return;
        }
        try {
            var since = calendar.now().minus(LOOKED_BACK);
            var sample = texts.sample(since);
            if (texts.encode(sample, EMBEDDED_AT_ONCE) > 0) {
                sample = texts.sample(since);
            }
            group(texts.open(sample));
            texts.forget(since);
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Unclear texts could not be grouped (%s); it is tried again", Hearing.describe(e));
        }
    }

    private void group(List<Unclear> unclear) throws SQLException {
        var now = unclear.stream().map(Unclear::ticketId).collect(Collectors.toSet());
        if (now.equals(grouped)) {
            return;
        }
        var keywords = Group.wordsAgainst(unclear);
        discoveries.replace(Group.of(unclear).stream()
                .map(group -> new Found(group, words(group, keywords)))
                .toList());
        grouped = now;
    }

    private List<String> words(Group group, Keywords keywords) {
        var read = openings.open(group.members().keySet().stream().limit(READ).toList()).stream()
                .map(opening -> new Written(opening.requesterId(), opening.text()))
                .toList();
        return keywords.of(read, Group.LEAST_CUSTOMERS, WORDS);
    }
}
