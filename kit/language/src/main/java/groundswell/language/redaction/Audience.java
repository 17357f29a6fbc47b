package groundswell.language.redaction;

/** Who reads what is left. */
public enum Audience {
    /** Colleagues, who may open the ticket: a trade's own words stay, since they are what a product hears of. */
    INSIDE,
    /** Anybody: what could be a name goes. */
    OUTSIDE;

    boolean isSpared(Span span) {
        return this == INSIDE && span.layer() == Layer.UNHEARD_OF;
    }
}
