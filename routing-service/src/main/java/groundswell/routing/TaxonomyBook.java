package groundswell.routing;

/** The taxonomy, which people change while tickets are routed. */
public interface TaxonomyBook {
    /** The one in force; a change elsewhere is in force here within a second. */
    Taxonomy now();
}
