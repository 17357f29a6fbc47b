package groundswell.insights.effects;

import com.fasterxml.jackson.annotation.JsonInclude;
import groundswell.insights.Control;
import groundswell.insights.Days;
import groundswell.insights.Drill;
import groundswell.insights.Marker;
import groundswell.insights.Names;
import groundswell.insights.Only;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A launch or fix with what it did, for programs. A fix has {@code effect}, a launch {@code effects} by theme. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MarkerAnswer(
        UUID id,
        String name,
        Instant at,
        List<String> themes,
        String notedBy,
        Instant notedAt,
        int version,
        @Nullable Fix effect,
        @Nullable List<Launch> effects) {
    /**
     * What the tickets are held against.
     *
     * @param kind {@code all_others}; {@code untouched}: without those of {@code touched}; {@code too_few_untouched}: with them,
     *     as fewer than 100 would be left before or after
     * @param touched themes that another launch or fix touched in the measured days; of a launch, its own other themes too
     */
    public record Against(String kind, List<String> touched) {
        static Against of(Control control) {
            return new Against(control.kind().code(), control.touched());
        }
    }

    /**
     * @param change against the control, weekday by weekday, with its 95 % confidence interval; -0.7 is a fall by 70 %
     * @param changeOfAll what that is of all tickets
     * @param days whole days since
     */
    public record Fix(
            String verdict,
            double change,
            double low,
            double high,
            double changeOfAll,
            long before,
            long after,
            int days,
            Against control,
            String sentence,
            List<String> beforeLinks,
            List<String> afterLinks) {}

    /**
     * @param times as many as usual against the control, weekday by weekday, in the first week, with its 95 % confidence interval
     * @param daysToBaseline null where it has not come back, or did not rise
     */
    public record Launch(
            String theme,
            String name,
            String verdict,
            double times,
            double low,
            double high,
            long seen,
            double expected,
            int days,
            @Nullable Integer daysToBaseline,
            Against control,
            String sentence,
            String link) {}

    static MarkerAnswer of(MarkerRow row, Days days, EffectReader reader, Names called) {
        var marker = row.marker();
        var isFix = marker.kind() == Marker.Kind.FIX;
        return new MarkerAnswer(
                row.id,
                row.name,
                row.happenedAt,
                marker.themes(),
                row.notedBy,
                row.notedAt,
                row.version,
                isFix ? fix(marker, days, reader) : null,
                isFix ? null : launch(marker, days, reader, called));
    }

    private static Fix fix(Marker marker, Days days, EffectReader reader) {
        var effect = days.of(marker);
        return new Fix(
                effect.verdict().code(),
                effect.change(),
                effect.ratio().low() - 1,
                effect.ratio().high() - 1,
                effect.changeOfAll(),
                effect.before(),
                effect.after(),
                effect.days(),
                Against.of(effect.control()),
                effect.sentence(),
                marker.themes().stream()
                        .map(theme -> Drill.opened(reader.before(marker), Only.theme(theme))
                                .api())
                        .toList(),
                marker.themes().stream()
                        .map(theme -> Drill.opened(reader.after(marker), Only.theme(theme))
                                .api())
                        .toList());
    }

    private static List<Launch> launch(Marker marker, Days days, EffectReader reader, Names called) {
        return days.ofLaunch(marker).entrySet().stream()
                .map(entry -> {
                    var effect = entry.getValue();
                    return new Launch(
                            entry.getKey(),
                            called.theme(entry.getKey()),
                            effect.verdict().code(),
                            effect.ratio().times(),
                            effect.ratio().low(),
                            effect.ratio().high(),
                            effect.seen(),
                            effect.expected(),
                            effect.days(),
                            effect.daysToBaseline() < 0 ? null : effect.daysToBaseline(),
                            Against.of(effect.control()),
                            effect.sentence(),
                            Drill.opened(reader.after(marker), Only.theme(entry.getKey()))
                                    .api());
                })
                .toList();
    }
}
