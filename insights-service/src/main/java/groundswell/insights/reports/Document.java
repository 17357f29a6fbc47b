package groundswell.insights.reports;

import groundswell.insights.Cost;
import groundswell.insights.Span;
import groundswell.insights.Wording;
import groundswell.insights.reports.Evidence.Part;
import groundswell.insights.reports.Figures.ThemeLine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report as its templates print it: every number a text with the address of the tickets behind it. */
record Document(
        String title,
        String kind,
        String asOf,
        String address,
        String summary,
        Linked tickets,
        Linked before,
        List<Theme> themes,
        int moreThemes,
        List<Moved> movers,
        List<Figures.Lead> leads,
        List<Surged> surges,
        List<Effect> effects,
        List<Said> kudos,
        boolean hasMoney,
        String formula,
        String thresholds,
        List<String> notes) {
    /** A weekly digest is read in two minutes. */
    private static final int THEMES_OF_A_WEEK = 5, THEMES_OF_A_MONTH = 40;

    public boolean hasQuotes() {
        return themes.stream().anyMatch(theme -> !theme.quotes.isEmpty());
    }

    record Linked(String text, String link) {}

    /** @param width of its bar, in percent of the largest */
    record Theme(
            String name,
            Linked tickets,
            Linked before,
            String share,
            String change,
            Linked first,
            Linked rated,
            String hours,
            String money,
            long width,
            List<Said> quotes) {}

    record Moved(String name, boolean up, String sentence, Linked before, Linked now) {}

    record Surged(String name, String when, String sentence, String link) {}

    record Effect(boolean isFix, String name, String day, List<String> sentences) {}

    /** @param text null where it was removed */
    record Said(@Nullable String text, String number, String about, String link) {}

    /** A quote that was opened. */
    record Opened(StoredQuote quote, @Nullable String text) {}

    /** What prints one. */
    record Printing(UUID id, ReportPeriod period, String base, Given given, Figures figures) {
        Document document(List<Opened> quotes, List<String> notes) {
            var rate = given.rate();
            var weekly = period.kind() == ReportPeriod.Kind.WEEK;
            var most = weekly ? THEMES_OF_A_WEEK : THEMES_OF_A_MONTH;
            var shown = figures.themes().stream().limit(most).toList();
            return new Document(
                    given.title(),
                    weekly ? "Weekly digest" : "Voice of the customer",
                    moment(given.asOf()),
                    base + "/reports/" + id,
                    figures.summary(given),
                    linked(figures.tickets(), Part.of(given.period().span(), null)),
                    linked(figures.before(), Part.of(given.period().before(), null)),
                    shown.stream().map(line -> theme(line, quotes)).toList(),
                    figures.themes().size() - shown.size(),
                    figures.movers().stream().map(this::moved).toList(),
                    figures.leads(),
                    figures.surges().stream().map(this::surged).toList(),
                    figures.effects().stream()
                            .map(effect ->
                                    new Effect(effect.isFix(), effect.name(), day(effect.at()), effect.sentences()))
                            .toList(),
                    quotes.stream()
                            .filter(quote -> quote.quote.theme() == null)
                            .map(this::said)
                            .toList(),
                    rate.hourly() != null,
                    rate.hourly() == null
                            ? "tickets × " + rate.minutes() + " min ÷ 60"
                            : "tickets × " + rate.minutes() + " min ÷ 60 × "
                                    + rate.hourly().toPlainString() + " " + rate.currency() + " an hour",
                    "version " + given.thresholds().version(),
                    notes);
        }

        private Theme theme(ThemeLine line, List<Opened> quotes) {
            var cost = new Cost(line.tickets(), given.rate());
            var span = given.period().span();
            var most = figures.themes().getFirst().tickets();
            return new Theme(
                    line.name(),
                    linked(line.tickets(), Part.of(span, line.theme())),
                    linked(line.before(), Part.of(given.period().before(), line.theme())),
                    Wording.percent(line.share()),
                    line.change(),
                    new Linked(
                            Wording.percent((double) line.first() / line.tickets()),
                            link(new Part(span, line.theme(), "first", false))),
                    new Linked(
                            line.rated() == 0
                                    ? "–"
                                    : Wording.times(line.mean()) + " (n\u00a0=\u00a0" + line.rated() + ")",
                            link(new Part(span, line.theme(), null, true))),
                    cost.length(),
                    Objects.requireNonNullElse(cost.price(), ""),
                    line.tickets() * 100 / most,
                    quotes.stream()
                            .filter(quote -> line.theme().equals(quote.quote.theme()))
                            .map(this::said)
                            .toList());
        }

        private Moved moved(Figures.Mover mover) {
            return new Moved(
                    mover.name(),
                    mover.up(),
                    mover.sentence(),
                    linked(mover.before(), Part.of(given.period().before(), mover.theme())),
                    linked(mover.tickets(), Part.of(given.period().span(), mover.theme())));
        }

        private Surged surged(Figures.SurgeLine surge) {
            return new Surged(
                    surge.name(),
                    moment(surge.span().from()),
                    surge.sentence(),
                    link(Part.of(surge.span(), surge.theme())));
        }

        private Said said(Opened quote) {
            return new Said(
                    quote.text,
                    "TKT-" + quote.quote.number(),
                    quote.quote.about(),
                    base + "/tickets/" + quote.quote.ticketId());
        }

        private Linked linked(long number, Part part) {
            return new Linked(Wording.number(number), link(part));
        }

        private String link(Part part) {
            var query = new ArrayList<String>();
            query.add("from=" + part.span().from());
            query.add("to=" + part.span().to());
            if (part.theme() != null) {
                query.add("theme=" + URLEncoder.encode(part.theme(), StandardCharsets.UTF_8));
            }
            if (part.history() != null) {
                query.add("history=" + part.history());
            }
            if (part.rated()) {
                query.add("rated=true");
            }
            return base + "/reports/" + id + "/tickets?" + String.join("&", query);
        }

        String moment(Instant at) {
            return format(at, "d MMMM yyyy, HH:mm", given.zone());
        }

        private String day(Instant at) {
            return format(at, "d MMMM yyyy", given.zone());
        }

        private static String format(Instant at, String pattern, ZoneId zone) {
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at.atZone(zone));
        }
    }

    /** What a part of the evidence is, for people. */
    static String describe(Span span, ZoneId zone) {
        return Printing.format(span.from(), "d MMM yyyy HH:mm", zone) + " to "
                + Printing.format(span.to(), "d MMM yyyy HH:mm", zone);
    }
}
