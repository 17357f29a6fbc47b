package groundswell.insights.surges;

import groundswell.insights.InsightsEvent;
import groundswell.insights.InsightsEvent.SurgeClosed;
import groundswell.insights.InsightsEvent.SurgeOpened;
import groundswell.insights.InsightsEvent.SurgeRetracted;
import groundswell.insights.InsightsEvent.SurgeUpdated;
import groundswell.insights.Names;
import groundswell.insights.Surge;
import groundswell.insights.SurgeSentence;
import groundswell.insights.Surges.Found;
import groundswell.insights.journal.InsightsJournal.News;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has become of the surges between two searches of the same stretch. Pure. */
record SurgeDifference(Map<UUID, Found> before, List<Found> changed, List<Found> retracted, Instant now) {
    static SurgeDifference between(List<Found> before, List<Found> found, Instant now) {
        var known = byId(before);
        var still = byId(found);
        return new SurgeDifference(
                known,
                found.stream()
                        .filter(one -> !one.equals(known.get(one.surge().id())))
                        .toList(),
                before.stream()
                        .filter(one -> !still.containsKey(one.surge().id()))
                        .toList(),
                now);
    }

    private static Map<UUID, Found> byId(List<Found> found) {
        return found.stream()
                .collect(Collectors.toMap(
                        one -> one.surge().id(), Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    boolean isEmpty() {
        return changed.isEmpty() && retracted.isEmpty();
    }

    Collection<UUID> gone() {
        return retracted.stream().map(one -> one.surge().id()).toList();
    }

    /** One that is found when it is over already is told as opened and closed; one that goes on, once a quarter hour. */
    List<News> news(Names called) {
        var news = new ArrayList<News>();
        for (var one : retracted) {
            var surge = one.surge();
            add(
                    news,
                    surge,
                    new SurgeRetracted(surge.id(), kind(surge), surge.key().code(), now));
        }
        for (var one : changed) {
            var was = before.get(one.surge().id());
            if (was == null) {
                add(news, one.surge(), opened(one, called));
            }
            if (one.surge().closed()) {
                add(news, one.surge(), closed(one, called));
            } else if (was != null
                    && !was.surge().unusualTo().equals(one.surge().unusualTo())) {
                add(news, one.surge(), updated(one, called));
            }
        }
        return news;
    }

    private static void add(List<News> news, Surge surge, InsightsEvent event) {
        news.add(new News(surge.key().text(), event));
    }

    private static SurgeOpened opened(Found one, Names called) {
        var surge = one.surge();
        return new SurgeOpened(
                surge.id(),
                kind(surge),
                surge.key().code(),
                surge.began(),
                surge.seen(),
                surge.expected(),
                one.customers(),
                sentence(one, called),
                surge.opened());
    }

    private static SurgeUpdated updated(Found one, Names called) {
        var surge = one.surge();
        return new SurgeUpdated(
                surge.id(),
                kind(surge),
                surge.key().code(),
                surge.seen(),
                surge.expected(),
                one.customers(),
                surge.peak(),
                surge.peakAt(),
                sentence(one, called),
                surge.unusualTo());
    }

    private static SurgeClosed closed(Found one, Names called) {
        var surge = one.surge();
        return new SurgeClosed(
                surge.id(),
                kind(surge),
                surge.key().code(),
                surge.seen(),
                surge.expected(),
                one.customers(),
                surge.peak(),
                surge.peakAt(),
                sentence(one, called),
                surge.unusualTo());
    }

    private static String kind(Surge surge) {
        return surge.key().kind().code();
    }

    private static String sentence(Found one, Names called) {
        return SurgeSentence.name(one.surge().key(), called) + ": " + SurgeSentence.of(one.surge(), one.customers());
    }
}
