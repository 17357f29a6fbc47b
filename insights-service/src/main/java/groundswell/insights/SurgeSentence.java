package groundswell.insights;

import java.time.Duration;

/** A surge in words that need no chart. */
public final class SurgeSentence {
    /** {@code Sign-in codes}, {@code Tag “outage”}, {@code All tickets}. */
    public static String name(SurgeKey key, Names called) {
        return switch (key.kind()) {
            case THEME -> called.theme(key.code());
            case TAG -> "Tag “" + key.code() + "”";
            case ALL -> "All tickets";
        };
    }

    /** {@code 42 tickets from 38 customers in 3 hours, where about 6 are usual.} */
    public static String of(Surge surge, int customers) {
        return of(surge.seen(), customers, new Span(surge.began(), surge.unusualTo()), surge.expected());
    }

    /** The same of its parts. */
    public static String of(long seen, int customers, Span span, double expected) {
        var usual = Math.round(expected);
        return Wording.tickets(seen)
                + (customers > 0
                        ? " from " + Wording.number(customers) + (customers == 1 ? " customer" : " customers")
                        : "")
                + " in " + length(span.length())
                + (usual == 0
                        ? ", where hardly any is usual."
                        : ", where about " + Wording.number(usual) + (usual == 1 ? " is usual." : " are usual."));
    }

    private static String length(Duration duration) {
        var minutes = duration.toMinutes();
        if (minutes < 120) {
            return minutes + " minutes";
        }
        var hours = Math.round(minutes / 60.0);
        return hours < 48 ? hours + " hours" : Math.round(hours / 24.0) + " days";
    }

    private SurgeSentence() {}
}
