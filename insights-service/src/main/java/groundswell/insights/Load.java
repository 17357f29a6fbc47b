package groundswell.insights;

/**
 * Live tickets of a team.
 *
 * @param open not yet resolved
 * @param unassigned of these, without a person
 * @param pending of these, waiting for the customer
 */
public record Load(long open, long unassigned, long pending) {
    public static final Load NONE = new Load(0, 0, 0);

    public Load plus(Load other) {
        return new Load(open + other.open, unassigned + other.unassigned, pending + other.pending);
    }

    public Load minus(Load other) {
        return new Load(open - other.open, unassigned - other.unassigned, pending - other.pending);
    }
}
