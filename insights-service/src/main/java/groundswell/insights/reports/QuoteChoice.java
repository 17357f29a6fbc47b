package groundswell.insights.reports;

import groundswell.insights.Cue;
import groundswell.insights.Quote;
import groundswell.insights.Withdrawals;
import groundswell.insights.Withdrawals.Words;
import groundswell.insights.reports.Figures.ThemeLine;
import groundswell.journal.seal.Seals;
import groundswell.journal.seal.SubjectErased;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which sentences a report quotes: for its first themes what is said most often, and what customers were thankful for. */
@ApplicationScoped
public class QuoteChoice {
    private static final int THEMES = 5, A_THEME = 2, KUDOS = 4;

    private final Quote.Source quotes;
    private final Withdrawals withdrawals;
    private final Seals seals;

    QuoteChoice(Quote.Source quotes, Withdrawals withdrawals, Seals seals) {
        this.quotes = quotes;
        this.withdrawals = withdrawals;
        this.seals = seals;
    }

    /** Nobody is quoted twice, and nothing; nor anybody who took back what they had allowed. */
    List<StoredQuote> of(UUID report, Given given, Figures figures) {
        var chosen = new ArrayList<StoredQuote>();
        var heard = new HashSet<UUID>();
        var texts = new HashSet<String>();
        var span = given.period().span();
        for (var theme :
                figures.themes().stream().limit(THEMES).map(ThemeLine::theme).toList()) {
            int left = A_THEME;
            for (var cue : mostSaid(quotes.count(span, theme))) {
                if (left > 0) {
                    left -= add(
                            chosen,
                            heard,
                            texts,
                            report,
                            given,
                            theme,
                            1,
                            quotes.quotes(cue, span, theme, null, A_THEME));
                }
            }
        }
        add(chosen, heard, texts, report, given, null, KUDOS, quotes.quotes(Cue.THANKS, span, null, null, 4 * KUDOS));
        return chosen;
    }

    private static List<Cue> mostSaid(Map<Cue, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() != Cue.THANKS)
                .sorted(Map.Entry.<Cue, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    private int add(
            List<StoredQuote> chosen,
            HashSet<UUID> heard,
            HashSet<String> texts,
            UUID report,
            Given given,
            @Nullable String theme,
            int most,
            List<Quote> from) {
        int added = 0;
        var withdrawn = withdrawals.of(from.stream().map(QuoteChoice::words).toList());
        for (var quote : from) {
            var isNew = !heard.contains(quote.requesterId()) && !texts.contains(quote.text());
            if (added < most && isNew && !withdrawn.contains(words(quote))) {
                try {
                    chosen.add(StoredQuote.of(report, theme, given.names().theme(quote.theme()), quote, seals));
                    heard.add(quote.requesterId());
                    texts.add(quote.text());
                    added++;
                } catch (SubjectErased meanwhile) {
                    // is not quoted
                }
            }
        }
        return added;
    }

    private static Words words(Quote quote) {
        return new Words(quote.ticketId(), quote.requesterId());
    }
}
