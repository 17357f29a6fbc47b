package groundswell.language.redaction;

import java.util.List;

/**
 * A text that identifies nobody any more, as far as a machine can tell.
 *
 * @param text what may be shown to the person who approves it
 * @param spans what was removed, in order, as places in the original text
 */
public record Redacted(String text, List<Span> spans) {}
