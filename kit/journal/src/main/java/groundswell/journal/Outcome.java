package groundswell.journal;

/** What became of one item of a group: an answer, or the exception that its asker alone will see. */
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    /** Refused; its neighbours are untouched. */
    record Refused<T>(RuntimeException reason) implements Outcome<T> {}
}
