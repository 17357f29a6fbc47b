package groundswell.consent.stories;

import groundswell.consent.stories.StoryDraft.Removed;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A stretch of text on the review page; {@code kind} is set where something was removed, or stands in its place. */
public record Segment(String text, @Nullable String kind) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[[^\\[\\]\\n]{1,40}]");

    /** The original, with each removed piece marked. */
    static List<Segment> original(String text, String part, List<Removed> removed) {
        var segments = new ArrayList<Segment>();
        int from = 0;
        for (var one : removed) {
            int at = one.part().equals(part) ? text.indexOf(one.piece(), from) : -1;
            if (at >= 0) {
                segments.add(new Segment(text.substring(from, at), null));
                segments.add(new Segment(one.piece(), one.kind().replace('_', ' ')));
                from = at + one.piece().length();
            }
        }
        segments.add(new Segment(text.substring(from), null));
        return segments;
    }

    /** The redacted text, with each stand-in marked. */
    static List<Segment> redacted(String text) {
        var segments = new ArrayList<Segment>();
        int from = 0;
        var found = PLACEHOLDER.matcher(text);
        while (found.find()) {
            segments.add(new Segment(text.substring(from, found.start()), null));
            segments.add(new Segment(found.group(), "stand-in"));
            from = found.end();
        }
        segments.add(new Segment(text.substring(from), null));
        return segments;
    }
}
