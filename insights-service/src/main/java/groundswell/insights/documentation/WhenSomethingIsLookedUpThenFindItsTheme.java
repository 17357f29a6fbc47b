package groundswell.insights.documentation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import groundswell.insights.Calendar;
import groundswell.insights.documentation.Nearest.Place;
import groundswell.insights.documentation.Nearest.Sign;
import groundswell.insights.documentation.Places.Answer;
import groundswell.insights.documentation.Places.Article;
import groundswell.insights.journal.Hearing;
import groundswell.language.Embedder;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Policy: what is looked up is held against the themes once; again when there are other themes or other articles. Beside
 * requests, as embedding takes a core some milliseconds each: nobody who sends a day or looks at a page waits for it.
 */
@Singleton
public class WhenSomethingIsLookedUpThenFindItsTheme {
    private static final Logger LOG = Logger.getLogger(WhenSomethingIsLookedUpThenFindItsTheme.class);

    /** About a second of one core; a turn does no more, and the next one goes on. */
    private static final int AT_ONCE = 200;

    /** As many as one day may tell; terms are held against those that were told of last. */
    private static final int MOST_ANSWERS = Lines.MOST;

    private final Places places;
    private final Embedder embedder;
    private final Calendar calendar;

    /** Names and titles, some 1.5 kB each. All answers fit, with as many again, so that none pushes another one out. */
    private final Cache<String, float[]> signs =
            Caffeine.newBuilder().maximumSize(2 * MOST_ANSWERS).build();

    /** What people typed is not embedded again because an article is new, and is not in memory for longer than that. */
    private final Cache<String, float[]> typed = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofHours(1))
            .scheduler(Scheduler.systemScheduler())
            .build();

    WhenSomethingIsLookedUpThenFindItsTheme(Places places, Embedder embedder, Calendar calendar) {
        this.places = places;
        this.embedder = embedder;
        this.calendar = calendar;
    }

    @Scheduled(every = "{groundswell.insights.lookups-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            var themes = places.themes();
            if (!themes.isEmpty() && placed(themes)) {
                answerTerms(themes);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("What is looked up was not held against themes (%s); it is tried again", Hearing.describe(e));
        }
    }

    /** Articles come first, as terms are held against them. */
    private boolean placed(Map<String, String> themes) throws SQLException {
        var successors = places.successors();
        var ground = hash(themes + "|" + successors);
        List<Sign> names = new ArrayList<>();
        int done = 0;
        for (var article : places.articles()) {
            var own = hash(ground + article.title() + "|" + article.told());
            if (!article.ground().equals(own)) {
                names = names.isEmpty() ? names(themes) : names;
                places.put("article", own, Map.of(article.id(), place(article, themes, successors, names)));
                if (++done == AT_ONCE) {
                    return false; // the next turn goes on
                }
            }
        }
        return true;
    }

    private Place place(Article article, Map<String, String> themes, Map<String, String> successors, List<Sign> names) {
        var told = article.told() == null ? null : successors.getOrDefault(article.told(), article.told());
        return told != null && themes.containsKey(told)
                ? new Place(told, null)
                : Nearest.ofArticle(signs.get(article.title(), embedder::embed), names);
    }

    private void answerTerms(Map<String, String> themes) throws SQLException {
        var today = LocalDate.ofInstant(calendar.now(), ZoneOffset.UTC);
        var answers = places.answers(today.minusDays(LookupsReader.ARTICLE_DAYS), MOST_ANSWERS);
        var ground = hash(themes + "|"
                + answers.stream().sorted(Comparator.comparing(Answer::id)).toList());
        var terms = places.termsNotOn(ground, AT_ONCE);
        if (terms.isEmpty() || !areEmbedded(answers)) {
            return;
        }
        var names = names(themes);
        var titles = answers.stream()
                .map(one -> new Sign(one.theme(), one.id(), signs.get(one.title(), embedder::embed)))
                .toList();
        var found = new HashMap<String, Place>();
        terms.forEach(term -> found.put(term, Nearest.ofTerm(typed.get(term, embedder::embed), names, titles)));
        places.put("term", ground, found); // the next turn goes on with those that are not on this ground
    }

    /** Embeds some of the titles that are not yet; false where there are more. */
    private boolean areEmbedded(List<Answer> answers) {
        int done = 0;
        for (var answer : answers) {
            if (signs.getIfPresent(answer.title()) == null) {
                if (done++ == AT_ONCE) {
                    return false;
                }
                signs.put(answer.title(), embedder.embed(answer.title()));
            }
        }
        return true;
    }

    private List<Sign> names(Map<String, String> themes) {
        return themes.entrySet().stream()
                .map(theme -> new Sign(theme.getKey(), null, signs.get(theme.getValue(), embedder::embed)))
                .toList();
    }

    private static String hash(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
