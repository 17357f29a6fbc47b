package groundswell.routing;

/** Who belongs to which team now. */
public interface RosterInForce {
    Roster now();
}
