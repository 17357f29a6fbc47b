package groundswell.insights.tickets;

import groundswell.insights.CountedTicket;
import groundswell.insights.Drill;

/** By which of its times a ticket stands in a list, and what does not: the number that opened the list counts the same. */
final class HowCounted {
    static String of(Drill drill) {
        return when(drill) + edges(drill)
                + " Theme, team and tags are those of now; channel, plan and mood are those of its opening. The list follows: a ticket"
                + " that has moved since the number was shown stands where it belongs." + CountedTicket.LEFT_OUT;
    }

    private static String when(Drill drill) {
        return switch (drill.live()) {
            case OPEN ->
                "Every ticket that is not resolved now, whenever it was opened; also those that wait for the customer.";
            case UNASSIGNED -> "Every ticket that is not resolved now and that nobody has, whenever it was opened.";
            case ANY ->
                switch (drill.measure()) {
                    case OPENED ->
                        drill.filters().containsKey(Drill.Filter.CUE)
                                ? "A ticket stands here where its customer wrote such a sentence in this time, once however often."
                                : "A ticket stands here by when it was opened, imported ones at their original time; once, however often it"
                                        + " was reopened.";
                    case TAKEN ->
                        "A ticket stands here by when somebody took it, or by when it was resolved where nobody had taken it before.";
                    case ANSWERED -> "A ticket stands here by its first answer by a person.";
                    case RESOLVED ->
                        "A ticket stands here by its last resolution; one that was reopened stands here again once it is resolved.";
                    case REOPENED ->
                        "A ticket stands here by when it was reopened, as often as it was; each reopening counts.";
                    case ESCALATED ->
                        "A ticket stands here by when an agent first said that support can’t resolve it, under the latest reason;"
                                + " what was taken back does not count.";
                };
        };
    }

    private static String edges(Drill drill) {
        return drill.span() == null
                ? ""
                : " Quarter hours are whole: what happened in the moment of the start is in, in that of the end is out.";
    }

    private HowCounted() {}
}
