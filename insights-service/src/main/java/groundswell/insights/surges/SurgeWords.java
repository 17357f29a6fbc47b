package groundswell.insights.surges;

import groundswell.insights.Calendar;
import groundswell.insights.Grain;
import groundswell.insights.Opening;
import groundswell.insights.Span;
import groundswell.insights.SurgeKey;
import groundswell.insights.Surges.Found;
import groundswell.insights.TellingWord;
import groundswell.insights.TellingWord.Texts;
import groundswell.insights.TellingWord.Told;
import groundswell.insights.Wording;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a surge's customers say that was not said before; it is read when somebody looks. */
@Singleton
class SurgeWords {
    private static final Duration BEFORE = Duration.ofDays(28);

    /** Fewer customers before say nothing about what is new. */
    private static final int ENOUGH = 30;

    /** What was told of a surge's tickets. */
    record Behind(Texts surge, Told told) {
        /** {@code More in their words than before: “reset code” (24 of 38 customers), “expired” (11).} Empty where nothing is. */
        String sentence() {
            return told.words().isEmpty()
                    ? ""
                    : (isAgainstItsOwn()
                                    ? "More in their words than before: "
                                    : "What sets them apart from other tickets: ")
                            + IntStream.range(0, Math.min(3, told.words().size()))
                                    .mapToObj(this::figure)
                                    .collect(Collectors.joining(", "))
                            + ".";
        }

        /** The same theme or tag had enough tickets before. */
        boolean isAgainstItsOwn() {
            return told.others().key().equals(surge.key());
        }

        private String figure(int i) {
            var word = told.words().get(i);
            return "“" + word.words() + "” (" + word.customers()
                    + (i == 0 ? " of " + Wording.number(told.customers()) + " customers)" : ")");
        }
    }

    private final TellingWord.Source words;
    private final Calendar calendar;

    SurgeWords(TellingWord.Source words, Calendar calendar) {
        this.words = words;
        this.calendar = calendar;
    }

    Behind behind(Found found, int most) {
        var surge = found.surge();
        var now = new Texts(new Span(surge.began(), surge.unusualTo()), surge.key());
        var before = before(surge.began());
        var same = new Texts(before, surge.key());
        return new Behind(now, words.tell(now, List.of(same, new Texts(before, SurgeKey.ALL)), ENOUGH, most));
    }

    /** Texts older than that are not read. */
    private Span before(Instant began) {
        var kept = Grain.QUARTER.floor(calendar.now().minus(Opening.KEPT));
        var from = began.minus(BEFORE);
        return new Span(from.isBefore(kept) && kept.isBefore(began) ? kept : from, began);
    }
}
