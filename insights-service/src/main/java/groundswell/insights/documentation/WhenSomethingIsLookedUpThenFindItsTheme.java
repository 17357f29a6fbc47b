package groundswell.insights.documentation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import groundswell.insights.documentation.Nearest.Place;
import groundswell.insights.documentation.Nearest.Sign;
import groundswell.insights.documentation.Places.Article;
import groundswell.insights.journal.Hearing;
import groundswell.language.Embedder;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
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

    /** About a second of one core. */
    private static final int AT_ONCE = 200;

    private final Places places;
    private final Embedder embedder;

    /** Some 1.5 kB each: what was embedded once is not embedded again because an article is new. */
    private final Cache<String, float[]> vectors =
            Caffeine.newBuilder().maximumSize(10_000).build();

    WhenSomethingIsLookedUpThenFindItsTheme(Places places, Embedder embedder) {
        this.places = places;
        this.embedder = embedder;
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
                : Nearest.ofArticle(vector(article.title()), names);
    }

    private void answerTerms(Map<String, String> themes) throws SQLException {
        var articles = places.articles();
        var ground = hash(themes + "|"
                + articles.stream()
                        .map(one -> one.id() + "=" + one.title() + "=" + one.placed())
                        .toList());
        var terms = places.termsNotOn(ground, AT_ONCE);
        if (terms.isEmpty()) {
            return;
        }
        var names = names(themes);
        var titles = articles.stream()
                .map(one -> new Sign(one.placed(), one.id(), vector(one.title())))
                .toList();
        while (!terms.isEmpty()) {
            var found = new HashMap<String, Place>();
            terms.forEach(term -> found.put(term, Nearest.ofTerm(vector(term), names, titles)));
            places.put("term", ground, found);
            terms = places.termsNotOn(ground, AT_ONCE);
        }
    }

    private List<Sign> names(Map<String, String> themes) {
        return themes.entrySet().stream()
                .map(theme -> new Sign(theme.getKey(), null, vector(theme.getValue())))
                .toList();
    }

    private float[] vector(String text) {
        return vectors.get(text, embedder::embed);
    }

    private static String hash(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
