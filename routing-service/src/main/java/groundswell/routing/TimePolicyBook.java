package groundswell.routing;

/** The time policies, which people change while tickets are open. */
public interface TimePolicyBook {
    /** The one in force; a change elsewhere is in force here within a second. */
    TimePolicy now();

    /** As it was; where that version is not known, as it is. */
    TimePolicy at(int version);
}
