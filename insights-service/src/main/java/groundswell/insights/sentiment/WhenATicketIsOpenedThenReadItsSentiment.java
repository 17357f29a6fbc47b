package groundswell.insights.sentiment;

import groundswell.insights.Calendar;
import groundswell.insights.InsightsEvent.SentimentRead;
import groundswell.insights.Opening;
import groundswell.insights.journal.Hearing;
import groundswell.insights.sentiment.UnjudgedTexts.Unjudged;
import groundswell.language.Embedder;
import groundswell.language.Sentiment;
import groundswell.language.Sentiment.Judged;
import groundswell.language.Sentiment.Mood;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Policy: how a ticket begins is read once for the mood of who wrote it, the newest first, and told in a code. Beside the
 * inbox, as embedding takes a core some 20 ms: nobody who waits for a count waits for it.
 */
@Singleton
public class WhenATicketIsOpenedThenReadItsSentiment {
    private static final Logger LOG = Logger.getLogger(WhenATicketIsOpenedThenReadItsSentiment.class);

    /** Some two seconds of one core. */
    private static final int AT_ONCE = 100;

    /** What does not open by then is an erased customer's. */
    private static final Duration KEYS_ARRIVE = Duration.ofHours(1);

    private final UnjudgedTexts texts;
    private final Opening.Source openings;
    private final Embedder embedder;
    private final Calendar calendar;
    private @Nullable Sentiment learnt;

    WhenATicketIsOpenedThenReadItsSentiment(
            UnjudgedTexts texts, Opening.Source openings, Embedder embedder, Calendar calendar) {
        this.texts = texts;
        this.openings = openings;
        this.embedder = embedder;
        this.calendar = calendar;
    }

    @Scheduled(
            every = "{groundswell.insights.sentiment-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        try {
            var last = Unjudged.NEWEST;
            while (last != null) {
                last = readSome(last);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Moods could not be told (%s); it is tried again", Hearing.describe(e));
        }
    }

    /** Where to go on; null at the end. */
    private @Nullable Unjudged readSome(Unjudged after) throws SQLException {
        var now = calendar.now();
        var unjudged = texts.newest(now.minus(Opening.KEPT), after, AT_ONCE);
        if (unjudged.isEmpty()) {
            return null;
        }
        var opened = openings.open(unjudged.stream().map(Unjudged::ticketId).toList()).stream()
                .collect(Collectors.toMap(Opening::ticketId, Function.identity()));
        var told = new ArrayList<SentimentRead>();
        for (var one : unjudged) {
            var opening = opened.get(one.ticketId());
            if (opening != null) {
                told.add(told(one.ticketId(), sentiment().of(opening.text())));
            } else if (one.heardAt().isBefore(now.minus(KEYS_ARRIVE))) {
                told.add(told(one.ticketId(), new Judged(Mood.UNKNOWN, 0)));
            }
        }
        texts.judged(List.copyOf(told));
        return unjudged.size() < AT_ONCE ? null : unjudged.getLast();
    }

    private SentimentRead told(UUID ticket, Judged judged) {
        return new SentimentRead(
                ticket,
                judged.mood().toString(),
                Math.round(judged.probability() * 1_000) / 1_000.0,
                sentiment().model(),
                calendar.now());
    }

    private Sentiment sentiment() {
        var sentiment = learnt;
        if (sentiment == null) {
            sentiment = Sentiment.learn(embedder);
            learnt = sentiment;
        }
        return sentiment;
    }
}
