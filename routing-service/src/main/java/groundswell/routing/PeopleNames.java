package groundswell.routing;

import java.util.Map;
import java.util.UUID;

/** What to call people. Their names stay in this service's database: events hold ids only. */
public interface PeopleNames {
    /** Those that are known. */
    Map<UUID, String> known();

    /** Somebody who was seen, by the name of their token, or who was put into a team by theirs. */
    void meet(UUID person, String name);

    /** Who did it, for a history: {@code agent:<id>} by their name, the service itself as what was shipped. */
    static String who(String actor, Map<UUID, String> known) {
        if (actor.startsWith("system:")) return "shipped";
        try {
            return "by " + of(UUID.fromString(actor.substring(actor.indexOf(':') + 1)), known);
        } catch (IllegalArgumentException notAPerson) {
            return "by " + actor;
        }
    }

    /** What a page says, also of somebody who was never met. */
    static String of(UUID person, Map<UUID, String> known) {
        return known.getOrDefault(person, "Colleague " + person.toString().substring(0, 4));
    }
}
