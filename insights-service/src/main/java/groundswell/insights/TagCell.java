package groundswell.insights;

import java.time.Instant;
import java.util.Comparator;

/** The address of one count by tag: tickets that were opened in a quarter hour and carry the tag. */
public record TagCell(String tag, Instant quarter) implements Comparable<TagCell> {
    private static final Comparator<TagCell> ORDER =
            Comparator.comparing(TagCell::tag).thenComparing(TagCell::quarter);

    @Override
    public int compareTo(TagCell other) {
        return ORDER.compare(this, other);
    }
}
