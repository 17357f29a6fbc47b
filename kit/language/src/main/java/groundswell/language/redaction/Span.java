package groundswell.language.redaction;

/**
 * A piece of a text that identifies someone.
 *
 * @param start first place, counted in code points
 * @param end place after the last one, counted in code points
 * @param layer what found it
 */
public record Span(int start, int end, SpanType type, Layer layer) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("A span ends after it starts: " + start + " to " + end);
        }
    }

    /** A piece that a person marked. */
    public Span(int start, int end, SpanType type) {
        this(start, end, type, Layer.MARKED);
    }

    Span by(Layer finder) {
        return new Span(start, end, type, finder);
    }

    boolean touches(Span other) {
        return start < other.end && other.start < end;
    }

    /** Both together: what a person marked is what that person said, or else of the type that says more. */
    Span with(Span other) {
        boolean marked = layer == Layer.MARKED && other.layer != Layer.MARKED;
        boolean otherMarked = other.layer == Layer.MARKED && layer != Layer.MARKED;
        return new Span(
                Math.min(start, other.start),
                Math.max(end, other.end),
                marked || !otherMarked && type.compareTo(other.type) <= 0 ? type : other.type,
                layer.compareTo(other.layer) <= 0 ? layer : other.layer);
    }
}
