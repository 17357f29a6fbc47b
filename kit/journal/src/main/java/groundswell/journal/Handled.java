package groundswell.journal;

/** What became of a submission that was not refused. */
public sealed interface Handled<S> {
    String stream();

    /** The stream's version after it, also where nothing new had to be written. */
    long version();

    /** Decided now: {@code events} facts were written (0 where the wish was already fulfilled). */
    record Appended<S>(String stream, long version, S state, int events) implements Handled<S> {}

    /** The same request was handled before: render that answer again, with the stream as it was at {@code version}. */
    record Repeated<S>(String stream, long version, int status) implements Handled<S> {}

    /** A natural key belongs to {@code stream} already; nothing was written. */
    record Existing<S>(String stream, long version) implements Handled<S> {}
}
