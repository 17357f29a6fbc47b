package groundswell.insights.words;

import groundswell.insights.Calendar;
import groundswell.insights.Span;
import groundswell.insights.SurgeKey;
import groundswell.insights.TellingWord;
import groundswell.insights.TellingWord.Texts;
import groundswell.insights.TellingWord.Told;
import groundswell.insights.Window;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of the last seven days against those of the four weeks before. */
@Singleton
class RisingWords {
    private static final Duration BEFORE = Duration.ofDays(28);

    /** What was compared, and what it told. */
    record Rising(Texts now, Texts before, Told told) {}

    private final TellingWord.Source words;
    private final Calendar calendar;

    RisingWords(TellingWord.Source words, Calendar calendar) {
        this.words = words;
        this.calendar = calendar;
    }

    /** @param theme null for all tickets */
    Rising of(@Nullable String theme, int most) {
        var key = theme == null ? SurgeKey.ALL : SurgeKey.theme(theme);
        var span = Window.SEVEN_DAYS.at(calendar.now(), calendar.zone()).span();
        var now = new Texts(span, key);
        var before = new Texts(Span.endingAt(span.from(), BEFORE), key);
        return new Rising(now, before, words.tell(now, List.of(before), 0, most));
    }
}
