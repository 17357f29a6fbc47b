package groundswell.language.redaction;

/** A piece of a text that identifies someone: from {@code start} to before {@code end}, counted in code points. */
public record Span(int start, int end, SpanType type) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("A span ends after it starts: " + start + " to " + end);
        }
    }

    boolean touches(Span other) {
        return start < other.end && other.start < end;
    }

    /** Both together, under the name of the type that says more. */
    Span with(Span other) {
        var stronger = type.compareTo(other.type) <= 0 ? type : other.type;
        return new Span(Math.min(start, other.start), Math.max(end, other.end), stronger);
    }
}
