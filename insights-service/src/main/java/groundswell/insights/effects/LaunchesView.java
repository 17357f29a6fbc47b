package groundswell.insights.effects;

import groundswell.insights.Control;
import groundswell.insights.Days;
import groundswell.insights.Drill;
import groundswell.insights.FixEffect;
import groundswell.insights.LaunchEffect;
import groundswell.insights.Marker;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the pages on launches and fixes show, ready to be read. */
final class LaunchesView {
    record View(
            List<Row> launches,
            List<Row> fixes,
            List<Row> yours,
            List<Choice> themes,
            String now,
            String zone,
            boolean mayNote) {}

    record Choice(String code, String name) {}

    /** @param tone {@code bad}, {@code warn}, {@code ok} or nothing, for {@code verdict} */
    record Row(String name, String link, Instant at, String about, String verdict, String tone, String sentence) {}

    /** @param control what the tickets are held against, in words */
    record Details(
            String kind,
            String id,
            String name,
            Instant at,
            List<Line> lines,
            String control,
            String zone,
            int version,
            boolean mayNote) {}

    /** One theme, or all of a fix's themes together. */
    record Line(
            String name,
            String link,
            String verdict,
            String tone,
            int weight,
            String sentence,
            String before,
            @Nullable String beforeLink,
            String after,
            @Nullable String afterLink) {}

    /** As charts.js reads it. */
    record Chart(List<Series> series, List<List<Object>> points, List<Mark> marks, int hot) {}

    record Series(String name) {}

    record Mark(Instant at, String label) {}

    static final Comparator<Line> WORST_FIRST =
            Comparator.comparing(Line::weight).thenComparing(Line::name);

    static Row fix(Marker fix, FixEffect effect, Names called) {
        return new Row(
                fix.name(),
                "/launches/fix/" + fix.id(),
                fix.at(),
                themes(fix, called),
                verdict(effect.verdict()),
                tone(effect.verdict()),
                effect.sentence());
    }

    static Row launch(Marker launch, Map<String, LaunchEffect> effects, Names called) {
        var worst = effects.entrySet().stream()
                .min(Comparator.comparing((Map.Entry<String, LaunchEffect> entry) ->
                                weight(entry.getValue().verdict()))
                        .thenComparing(entry -> -entry.getValue().ratio().times()));
        var rose = effects.values().stream()
                .filter(effect -> weight(effect.verdict()) < weight(LaunchEffect.Verdict.TOO_EARLY))
                .count();
        return new Row(
                launch.name(),
                "/launches/launch/" + launch.id(),
                launch.at(),
                launch.themes().isEmpty() ? "All themes" : themes(launch, called),
                worst.map(entry -> verdict(entry.getValue().verdict())).orElse("Nothing to see"),
                worst.map(entry -> tone(entry.getValue().verdict())).orElse(""),
                worst.map(entry -> called.theme(entry.getKey()) + ": "
                                + entry.getValue().sentence() + also(rose - 1))
                        .orElse("No theme has enough tickets to be looked at yet."));
    }

    private static String also(long rose) {
        return rose < 1 ? "" : rose == 1 ? " 1 more theme rose." : " " + rose + " more themes rose.";
    }

    private static String themes(Marker marker, Names called) {
        return marker.themes().stream().map(called::theme).collect(Collectors.joining(", "));
    }

    static Line line(Marker fix, FixEffect effect, EffectReader reader, Names called) {
        var only = fix.themes().size() == 1 ? Only.theme(fix.themes().getFirst()) : null;
        return new Line(
                themes(fix, called),
                only == null ? "/themes" : "/themes/" + fix.themes().getFirst(),
                verdict(effect.verdict()),
                tone(effect.verdict()),
                0,
                effect.sentence(),
                Wording.number(effect.before()),
                only == null ? null : Drill.opened(reader.before(fix), only).page(),
                Wording.number(effect.after()),
                only == null ? null : Drill.opened(reader.after(fix), only).page());
    }

    static Line line(Marker launch, String theme, LaunchEffect effect, EffectReader reader, Names called) {
        return new Line(
                called.theme(theme),
                "/themes/" + theme,
                verdict(effect.verdict()),
                tone(effect.verdict()),
                weight(effect.verdict()),
                effect.verdict() == LaunchEffect.Verdict.NO_RISE ? "" : effect.sentence(),
                Wording.number(Math.round(effect.expected())),
                null,
                Wording.number(effect.seen()),
                Drill.opened(reader.after(launch), Only.theme(theme)).page());
    }

    /** By name, what is left out of the control, and what is in it although it had better not be. */
    static String heldAgainst(Marker.Kind kind, Collection<Control> controls, Names called) {
        var leftOut = touched(controls, Control.Kind.UNTOUCHED, called);
        var kept = touched(controls, Control.Kind.TOO_FEW_UNTOUCHED, called);
        if (leftOut.isEmpty() && kept.isEmpty()) {
            return "Held against all other tickets.";
        }
        var touched = "themes that " + Control.by(kind) + " touched meanwhile: ";
        return (leftOut.isEmpty() ? "" : "Held against all other tickets without those of " + touched + leftOut + ". ")
                + (kept.isEmpty()
                        ? ""
                        : "Among what it is held against, as too few tickets would be left, are " + touched + kept
                                + ".");
    }

    private static String touched(Collection<Control> controls, Control.Kind kind, Names called) {
        return controls.stream()
                .filter(control -> control.kind() == kind)
                .flatMap(control -> control.touched().stream())
                .distinct()
                .map(called::theme)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    static Chart chart(Marker marker, List<String> themes, Days days, Names called, ZoneId zone) {
        var points = new ArrayList<List<Object>>();
        var series = new ArrayList<Series>();
        for (var theme : themes) {
            series.add(new Series(called.theme(theme)));
            int i = 0;
            for (var day : days.daily(marker, List.of(theme)).entrySet()) {
                if (series.size() == 1) {
                    points.add(new ArrayList<>(
                            List.of(day.getKey().atStartOfDay(zone).toInstant())));
                }
                points.get(i++).add(day.getValue());
            }
        }
        return new Chart(series, List.copyOf(points), List.of(new Mark(marker.at(), marker.name())), -1);
    }

    private static String verdict(FixEffect.Verdict verdict) {
        return switch (verdict) {
            case TOO_EARLY -> "Too early";
            case TOO_FEW -> "Too few";
            case FELL -> "Worked";
            case ROSE -> "Has not helped";
            case UNCLEAR -> "No certain change";
        };
    }

    private static String tone(FixEffect.Verdict verdict) {
        return switch (verdict) {
            case FELL -> "ok";
            case ROSE -> "bad";
            case UNCLEAR -> "warn";
            case TOO_EARLY, TOO_FEW -> "";
        };
    }

    private static String verdict(LaunchEffect.Verdict verdict) {
        return switch (verdict) {
            case TOO_EARLY -> "Too early";
            case NO_RISE -> "No rise";
            case RISING -> "Not back yet";
            case RETURNED -> "Back to usual";
            case REGRESSION -> "Suspected regression";
        };
    }

    private static String tone(LaunchEffect.Verdict verdict) {
        return switch (verdict) {
            case REGRESSION -> "bad";
            case RISING -> "warn";
            case RETURNED, NO_RISE -> "ok";
            case TOO_EARLY -> "";
        };
    }

    private static int weight(LaunchEffect.Verdict verdict) {
        return switch (verdict) {
            case REGRESSION -> 0;
            case RISING -> 1;
            case RETURNED -> 2;
            case TOO_EARLY -> 3;
            case NO_RISE -> 4;
        };
    }

    private LaunchesView() {}
}
