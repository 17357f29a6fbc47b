package groundswell.routing.queue;

import groundswell.routing.PeopleNames;
import groundswell.routing.TeamEvent.QueueChanged;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How a queue stands, with people's names. */
public record HealthView(QueueChanged queue, List<PersonView> people) {
    public record PersonView(String name, boolean atWork, int open, int unanswered, int atRisk, int breached) {}

    /** Those at work first, then by what they have. */
    static HealthView of(QueueChanged queue, Map<UUID, String> called) {
        var people = queue.people().stream()
                .map(load -> new PersonView(
                        PeopleNames.of(load.person(), called),
                        load.atWork(),
                        load.open(),
                        load.unanswered(),
                        load.atRisk(),
                        load.breached()))
                .sorted(Comparator.comparing((PersonView person) -> !person.atWork())
                        .thenComparing(person -> -person.open())
                        .thenComparing(PersonView::name))
                .toList();
        return new HealthView(queue, people);
    }

    public long atWork() {
        return people.stream().filter(PersonView::atWork).count();
    }
}
