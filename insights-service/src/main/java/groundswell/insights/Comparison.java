package groundswell.insights;

/** A window, and the one before it that its velocity is measured against. */
public record Comparison(Span span, Span before) {}
