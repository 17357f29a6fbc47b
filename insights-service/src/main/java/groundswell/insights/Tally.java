package groundswell.insights;

import java.util.Map;
import java.util.Set;

/**
 * Tickets by theme, of a day or of several, with their sums: what is left without some themes is then a subtraction.
 *
 * @param touched themes that something else moved, with or without tickets here
 * @param all tickets of all themes
 * @param ofTouched those of {@code touched}
 */
record Tally(Map<String, Long> byTheme, Set<String> touched, long all, long ofTouched) {
    static Tally of(Map<String, Long> byTheme, Set<String> touched) {
        long all = 0, ofTouched = 0;
        for (var theme : byTheme.entrySet()) {
            all += theme.getValue();
            ofTouched += touched.contains(theme.getKey()) ? theme.getValue() : 0;
        }
        return new Tally(byTheme, touched, all, ofTouched);
    }

    long of(Set<String> themes) {
        long tickets = 0;
        for (var theme : themes) {
            tickets += byTheme.getOrDefault(theme, 0L);
        }
        return tickets;
    }

    /** Tickets of touched themes but for {@code own}. */
    long touchedBeside(Set<String> own) {
        long tickets = ofTouched;
        for (var theme : own) {
            tickets -= touched.contains(theme) ? byTheme.getOrDefault(theme, 0L) : 0;
        }
        return tickets;
    }

    /** Tickets of all other themes that nothing touched. */
    long untouchedBeside(Set<String> own) {
        return all - of(own) - touchedBeside(own);
    }
}
