package groundswell.routing.reading;

import groundswell.routing.LearningEvent.Comparison;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether to let a model go that has learnt more. Both are asked for the teams of the latest labels, none having learnt
 * from them: the present one came before them, and of what it would be replaced by, two are made for this alone, each
 * without one half of them.
 */
final class Trial {
    private static final int LATEST = 200;

    /** @param labels all, in order; {@code since} is the ledger's version that the present model has learnt up to */
    static Comparison of(Model present, long since, List<Ledger.Entry> labels, Learnt learnt) {
        var unseen = labels.stream().filter(entry -> entry.version() > since).toList();
        var latest = unseen.subList(Math.max(0, unseen.size() - LATEST), unseen.size());
        int after = 0;
        for (int half = 0; half < 2; half++) {
            var judged = everyOther(latest, half);
            if (judged.isEmpty()) continue;
            var rest = new ArrayList<>(labels);
            rest.removeAll(judged);
            after += right(learnt.from(rest, since), judged);
        }
        return new Comparison(latest.size(), right(present, latest), after);
    }

    static boolean adopts(Comparison comparison) {
        return comparison.rightAfter() >= comparison.rightBefore();
    }

    private static List<Ledger.Entry> everyOther(List<Ledger.Entry> entries, int first) {
        var half = new ArrayList<Ledger.Entry>();
        for (int i = first; i < entries.size(); i += 2) half.add(entries.get(i));
        return half;
    }

    private static int right(Model model, List<Ledger.Entry> entries) {
        return (int) entries.stream()
                .filter(entry -> model.classifier()
                        .classify("", entry.text())
                        .group()
                        .equals(entry.label().team()))
                .count();
    }
}
