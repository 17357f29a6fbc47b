package groundswell.insights.words;

import groundswell.insights.Asked;
import groundswell.insights.Grain;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.Only;
import groundswell.insights.Span;
import groundswell.insights.SurgeKey;
import groundswell.insights.TellingWord.Texts;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which texts, and which word in them; the same for programs and for the page. */
public class TextsQuery {
    private static final int LONGEST = 85; // a pair of the longest words

    @Parameter(description = "A word or pair of words, as it was told")
    @RestQuery
    @Nullable
    String words;

    @Parameter(description = "Start of the span, included")
    @RestQuery
    @Nullable
    String from;

    @Parameter(description = "End of the span, not included")
    @RestQuery
    @Nullable
    String to;

    @RestQuery
    @Nullable
    String theme;

    @RestQuery
    @Nullable
    String tag;

    String words() {
        if (words == null || words.isBlank() || words.length() > LONGEST) {
            throw new InsightsRefused(Reason.UNREADABLE_CODE, "Ask for a word or pair of words, as it was told.");
        }
        return words;
    }

    Texts texts() {
        var first = Asked.time(from);
        var last = Asked.time(to);
        if (first == null || last == null || last.isBefore(first)) {
            throw new InsightsRefused(Reason.UNREADABLE_TIME, "Say from when to when, as it was told.");
        }
        return new Texts(new Span(Grain.QUARTER.floor(first), Grain.QUARTER.ceil(last)), key());
    }

    private SurgeKey key() {
        if (theme != null) {
            return SurgeKey.theme(Only.code(theme));
        }
        return tag == null ? SurgeKey.ALL : SurgeKey.tag(Only.code(tag));
    }
}
