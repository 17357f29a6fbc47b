package groundswell.routing;

/** One line of the rules: tickets like this go to that team. {@code id} is what a decision names. */
public record Rule(String id, String name, Condition when, String team) {}
