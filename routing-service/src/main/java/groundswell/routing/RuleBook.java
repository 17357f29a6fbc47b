package groundswell.routing;

/** The rules, which people change while tickets are routed. */
public interface RuleBook {
    /** Those in force; a change elsewhere is in force here within a second. */
    Rules now();

    /** As they were; where that version is not known, as they are. */
    Rules at(int version);
}
