package groundswell.journal;

/** A stream's present version and the state folded up to it. */
public record Head<S>(String stream, long version, S state) {}
