package groundswell.insights;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days before and after a launch or fix. Their tickets are added up once, and what a theme is held against is what remains of
 * them without its own: added up theme by theme, hundreds of themes would take hundreds of times as long.
 */
final class BeforeAndAfter {
    /** Days in a row. */
    record Stretch(DayOfWeek first, List<Map<String, Long>> days) {}

    private final Set<String> touched;
    private final Tally allBefore;
    private final Tally allAfter;
    private final Added before;
    private final Added after;

    /**
     * @param touched themes that anything touched in those days
     * @param sumBefore tickets before by theme, and {@code sumAfter} after, that decide whether enough are left to compare with
     */
    BeforeAndAfter(
            Set<String> touched,
            Stretch before,
            Stretch after,
            Map<String, Long> sumBefore,
            Map<String, Long> sumAfter) {
        this.touched = new TreeSet<>(touched);
        this.touched.removeIf(theme -> !sumBefore.containsKey(theme) && !sumAfter.containsKey(theme));
        this.allBefore = Tally.of(sumBefore, this.touched);
        this.allAfter = Tally.of(sumAfter, this.touched);
        this.before = Added.up(before, this.touched);
        this.after = Added.up(after, this.touched);
    }

    /** {@code own} are never part of a control. */
    Control control(Set<String> own) {
        return Control.of(
                touched.stream().filter(theme -> !own.contains(theme)).toList(),
                Math.min(allBefore.untouchedBeside(own), allAfter.untouchedBeside(own)));
    }

    DailyShare before(Set<String> own, Control control) {
        return before.share(own, control);
    }

    DailyShare after(Set<String> own, Control control) {
        return after.share(own, control);
    }

    private record Added(DayOfWeek first, List<Tally> days) {
        static Added up(Stretch stretch, Set<String> touched) {
            return new Added(
                    stretch.first(),
                    stretch.days().stream().map(day -> Tally.of(day, touched)).toList());
        }

        DailyShare share(Set<String> own, Control control) {
            var themes = new long[days.size()];
            var others = new long[days.size()];
            var leftOut = new long[days.size()];
            for (int i = 0; i < themes.length; i++) {
                var day = days.get(i);
                themes[i] = day.of(own);
                leftOut[i] = control.leavesOutTouched() ? day.touchedBeside(own) : 0;
                others[i] = day.all() - themes[i] - leftOut[i];
            }
            return new DailyShare(first, themes, others, leftOut);
        }
    }
}
