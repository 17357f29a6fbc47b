package groundswell.insights.operations;

import groundswell.insights.Calendar;
import groundswell.insights.CountedTicket;
import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Drill;
import groundswell.insights.Figure;
import groundswell.insights.Grain;
import groundswell.insights.Load;
import groundswell.insights.Measure;
import groundswell.insights.Minutes;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Progress;
import groundswell.insights.Queue;
import groundswell.insights.Readings;
import groundswell.insights.Replies;
import groundswell.insights.Rolling;
import groundswell.insights.SurgeSentence;
import groundswell.insights.Surges;
import groundswell.insights.TopFive;
import groundswell.insights.Week;
import groundswell.insights.Window;
import groundswell.insights.Wording;
import groundswell.insights.operations.Board.Number;
import groundswell.insights.operations.Board.Place;
import groundswell.insights.operations.Board.SurgeRow;
import groundswell.insights.operations.Board.TeamRow;
import groundswell.insights.operations.Board.TopFiveCard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole page, the counts of it at one moment. Who looks while nothing has changed since somebody else did gets
 * what was read then: at most once a batch of events, and then by one for all, is it read anew. That is mostly waiting for
 * one answer of the database after another, so what can be asked together is.
 */
@ApplicationScoped
public class OperationsBoard {
    private static final int HOURS = 24;

    /** What moves by itself, such as the end of a day, is seen after so long at the latest. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** What a board was read of. */
    private record Moment(long heard, Instant quarter, List<Surges.Found> ongoing) {}

    /** @param began by {@link System#nanoTime()} */
    private record Known(Moment moment, long began, Board board) {}

    private final Readings.Source readings;
    private final Queue.Source queues;
    private final Surges surges;
    private final Names.Source names;
    private final Calendar calendar;
    private final Progress progress;
    private volatile @Nullable Known last;

    OperationsBoard(
            Readings.Source readings,
            Queue.Source queues,
            Surges surges,
            Names.Source names,
            Calendar calendar,
            Progress progress) {
        this.readings = readings;
        this.queues = queues;
        this.surges = surges;
        this.names = names;
        this.calendar = calendar;
        this.progress = progress;
    }

    public Board now() {
        long came = System.nanoTime();
        var moment = new Moment(progress.heard(), Grain.QUARTER.floor(calendar.now()), surges.ongoing());
        var known = last;
        return known != null && known.moment.equals(moment) && came - known.began < LONGEST.toNanos()
                ? known.board
                : anew(moment, came);
    }

    /** Who had to wait takes what somebody else began to read meanwhile. */
    private synchronized Board anew(Moment moment, long came) {
        var known = last;
        if (known == null || known.began - came < 0) {
            long began = System.nanoTime();
            known = new Known(moment, began, read(moment.ongoing));
            last = known;
        }
        return known.board;
    }

    /** What is not counted is read first: a page that holds a connection must not wait for another. */
    private Board read(List<Surges.Found> ongoing) {
        var live = queues.queues();
        var called = names.names();
        return readings.atOnce(at -> board(at.counts(), at.replies(), live, ongoing, called));
    }

    private Board board(Counts counts, Replies replies, List<Queue> live, List<Surges.Found> ongoing, Names called) {
        var now = calendar.now();
        // the most days first: what has changed of them is then known for all that follows
        var steps = calendar.steps(VelocityChart.STEPS, Duration.ofHours(24 / VelocityChart.PER_DAY));
        var chart = VelocityChart.of(steps, Arrivals.read(counts, steps, Measure.OPENED, Dimension.THEME));
        var hours = calendar.steps(HOURS, Duration.ofHours(1));
        var opened = Arrivals.read(counts, hours, Measure.OPENED, Dimension.TEAM);
        var taken = Arrivals.read(counts, hours, Measure.TAKEN, Dimension.TEAM);
        var resolved = Arrivals.read(counts, hours, Measure.RESOLVED, Dimension.TEAM);
        return new Board(
                List.of(
                        open(live, opened, resolved),
                        unassigned(live, opened, taken),
                        arrived(opened, counts),
                        firstReply(replies.medianMinutes(calendar.days(7)))),
                ongoing.stream().map(found -> surge(found, called)).toList(),
                chart.insight(called),
                chart.velocity(called),
                topFive(now, called, counts),
                live.stream()
                        .map(queue -> team(queue, opened, resolved, called, now))
                        .toList());
    }

    private static SurgeRow surge(Surges.Found found, Names called) {
        var surge = found.surge();
        var tickets = found.drill().page();
        return new SurgeRow(
                surge.id().toString(),
                SurgeSentence.name(surge.key(), called),
                "/surges/" + surge.id(),
                SurgeSentence.of(surge, found.customers()),
                tickets,
                surge.began());
    }

    private static Number open(List<Queue> live, Arrivals opened, Arrivals resolved) {
        var open = total(live).open();
        var levels = Rolling.levels(open, opened.all(), resolved.all());
        var more = open - levels[0];
        return new Number(
                "open",
                "Open tickets",
                Wording.number(open),
                null,
                Drill.live(Drill.Live.OPEN, Only.ALL).page(),
                Wording.line(levels),
                rising(more),
                Wording.signed(more),
                more > 0 ? "" : "ok",
                "against this time yesterday",
                null);
    }

    private static Number unassigned(List<Queue> live, Arrivals opened, Arrivals taken) {
        var unassigned = total(live).unassigned();
        var levels = Rolling.levels(unassigned, opened.all(), taken.all());
        var longest = live.stream()
                .map(Queue::waitingSince)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new Number(
                "unassigned",
                "Waiting for a person",
                Wording.number(unassigned),
                null,
                Drill.live(Drill.Live.UNASSIGNED, Only.ALL).page(),
                Wording.line(levels),
                rising(unassigned - levels[0]),
                "",
                "",
                longest == null ? "no customer is waiting for an answer" : "longest wait for an answer",
                longest);
    }

    private Number arrived(Arrivals opened, Counts counts) {
        var comparison = Window.DAY.at(calendar.now(), calendar.zone());
        var before = counts.totals(List.of(comparison.before()), Measure.OPENED, Only.ALL)
                .getFirst();
        var figure = new Figure(Arrays.stream(opened.all()).sum(), before);
        return new Number(
                "arrived",
                "New in the last 24 hours",
                Wording.number(figure.tickets()),
                null,
                Drill.opened(comparison.span(), Only.ALL).page(),
                Wording.line(opened.all()),
                "flat",
                figure.tickets() == 0 && before == 0 ? "" : Wording.change(figure),
                "",
                figure.tickets() == 0 && before == 0 ? "none the day before either" : "against the 24 hours before",
                null);
    }

    private Number firstReply(List<OptionalDouble> medians) {
        var today = medians.getLast();
        var yesterday = medians.get(medians.size() - 2);
        var known = medians.stream().filter(OptionalDouble::isPresent).mapToLong(m -> Math.round(m.getAsDouble()));
        var change = today.isPresent() && yesterday.isPresent()
                ? Math.round(today.getAsDouble()) - Math.round(yesterday.getAsDouble())
                : 0;
        return new Number(
                "reply",
                "Median first reply today",
                today.isPresent() ? Minutes.value(today.getAsDouble()) : "–",
                today.isPresent() ? Minutes.unit(today.getAsDouble()) : null,
                new Drill(Measure.ANSWERED, calendar.days(1).getFirst(), Only.ALL, Drill.Live.ANY).page(),
                Wording.line(known.toArray()),
                rising(change),
                yesterday.isPresent() && today.isPresent() ? Minutes.signed(change) : "",
                change < 0 ? "ok" : "",
                today.isEmpty()
                        ? "no ticket was first answered today"
                        : yesterday.isPresent() ? "against yesterday" : "none was answered yesterday",
                null);
    }

    private TopFiveCard topFive(Instant now, Names called, Counts counts) {
        var week = Week.of(now, calendar.zone());
        var comparison = week.soFar(now, calendar.zone());
        var ranked = TopFive.of(counts.compare(comparison, Dimension.THEME, Only.ALL));
        var most = ranked.isEmpty() ? 1 : ranked.getFirst().figure().tickets();
        var places = ranked.stream()
                .map(place -> new Place(
                        place.rank(),
                        place.theme(),
                        called.theme(place.theme()),
                        Drill.opened(comparison.span(), Only.theme(place.theme()))
                                .page(),
                        Wording.number(place.figure().tickets()),
                        place.figure().tickets() * 100 / most,
                        Wording.percent(place.share()),
                        Wording.change(place.figure()),
                        place.realProblem()))
                .toList();
        return new TopFiveCard(week.toString().toLowerCase(Locale.ROOT), comparison.span(), places);
    }

    private TeamRow team(Queue queue, Arrivals opened, Arrivals resolved, Names called, Instant now) {
        var only = Only.ALL.with(Dimension.TEAM, queue.team());
        var levels = Rolling.levels(queue.load().open(), opened.of(queue.team()), resolved.of(queue.team()));
        var lastDay = Window.DAY.at(now, calendar.zone()).span();
        var pressure = queue.pressure(now);
        return new TeamRow(
                queue.team(),
                called.team(queue.team()),
                queue.team().equals(CountedTicket.UNROUTED) ? "/routing/triage" : "/queues/" + queue.team(),
                switch (pressure) {
                    case LATE -> "Over a day";
                    case SLOW -> "Over 4 hours";
                    case FINE -> "On track";
                },
                switch (pressure) {
                    case LATE -> "bad";
                    case SLOW -> "warn";
                    case FINE -> "ok";
                },
                Wording.number(queue.load().open()),
                Drill.live(Drill.Live.OPEN, only).page(),
                Wording.number(queue.load().unassigned()),
                Drill.live(Drill.Live.UNASSIGNED, only).page(),
                Wording.number(queue.load().pending()),
                queue.waitingSince(),
                Wording.number(Arrays.stream(resolved.of(queue.team())).sum()),
                new Drill(Measure.RESOLVED, lastDay, only, Drill.Live.ANY).page(),
                Wording.line(levels),
                rising(queue.load().open() - levels[0]));
    }

    private static Load total(List<Queue> live) {
        return live.stream().map(Queue::load).reduce(Load.NONE, Load::plus);
    }

    private static String rising(long change) {
        return change > 0 ? "up" : change < 0 ? "down" : "flat";
    }
}
