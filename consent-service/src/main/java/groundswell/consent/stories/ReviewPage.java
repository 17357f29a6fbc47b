package groundswell.consent.stories;

import groundswell.consent.StoryStatus;
import groundswell.consent.http.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the review page shows: part for part, the original beside what is left of it.
 *
 * @param theme what its theme is called
 * @param typed what the reviewer has written so far; null before
 * @param problem why it was not accepted; null where it was
 */
public record ReviewPage(
        Review review,
        @Nullable String theme,
        @Nullable StoryText typed,
        @Nullable Problem problem) {
    /** One part, twice. */
    public record Pair(String name, List<Segment> original, List<Segment> redacted) {}

    /** How often something of a kind was removed. */
    public record Count(String kind, long times) {}

    public boolean readable() {
        return review.original() != null;
    }

    public boolean editable() {
        return readable() && (review.status() == StoryStatus.DRAFTED || review.status() == StoryStatus.CHECKED);
    }

    public boolean checked() {
        return review.status() == StoryStatus.CHECKED;
    }

    public boolean released() {
        return review.status() == StoryStatus.RELEASED;
    }

    public boolean recalled() {
        return review.status() == StoryStatus.RECALLED;
    }

    public List<Pair> pairs() {
        var original = review.original();
        var redacted = review.redacted();
        if (original == null || redacted == null) {
            return List.of();
        }
        var pairs = new ArrayList<Pair>();
        pairs.add(pair("Problem", "problem", original.problem(), redacted.problem()));
        if (original.response() != null && redacted.response() != null) {
            pairs.add(pair("Response", "response", original.response(), redacted.response()));
        }
        pairs.add(pair("Customer’s voice", "voice", original.voice(), redacted.voice()));
        return pairs;
    }

    private Pair pair(String name, String part, String original, String redacted) {
        var removed = Objects.requireNonNullElse(review.removed(), List.<StoryDraft.Removed>of());
        return new Pair(name, Segment.original(original, part, removed), Segment.redacted(redacted));
    }

    public List<Count> counts() {
        return Objects.requireNonNullElse(review.removed(), List.<StoryDraft.Removed>of()).stream()
                .collect(Collectors.groupingBy(
                        r -> r.kind().replace('_', ' '), java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> new Count(e.getKey(), e.getValue()))
                .toList();
    }

    /** What stands in the form: typed, else approved, else the redacted draft. */
    public StoryText words() {
        if (typed != null) {
            return typed;
        }
        return Objects.requireNonNullElseGet(
                review.text(), () -> Objects.requireNonNullElse(review.redacted(), new StoryText("", null, "")));
    }
}
