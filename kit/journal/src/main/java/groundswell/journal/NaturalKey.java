package groundswell.journal;

/** A name from outside that may belong to one stream only, for ever, such as a source's own id of a ticket. */
public record NaturalKey(String scope, String key) {}
