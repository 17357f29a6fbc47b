package groundswell.consent.stories;

import groundswell.consent.Scope;
import groundswell.consent.http.Cursor;
import groundswell.consent.stories.StoryTable.Found;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.journal.seal.SealBroken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The question PR asks: what may we tell? Answered anew each time, from the consents as they are. Whatever is in doubt is
 * not found: withdrawn, run out, another person's, erased, or sealed with a key that is not here.
 */
@ApplicationScoped
class UsableStories {
    /** @param next where the next page begins; null on the last */
    public record Page(List<UsableStory> items, @Nullable String next) {}

    private static final Logger LOG = Logger.getLogger(UsableStories.class);

    private final StoryTable table;
    private final StorySeals seals;

    UsableStories(StoryTable table, StorySeals seals) {
        this.table = table;
        this.seals = seals;
    }

    Page find(StoryFilter filter, @Nullable String after, int limit, Instant now) {
        var usable = new ArrayList<UsableStory>();
        var from = Cursor.of(after);
        while (true) {
            var found = table.released(filter, limit, from, now);
            for (var one : found) {
                if (usable.size() == limit) {
                    return new Page(usable, from == null ? null : from.text());
                }
                from = new Cursor(one.story().changedAt(), one.story().storyId().toString());
                usable(one, filter.scope(), now).ifPresent(usable::add);
            }
            if (found.size() < limit) {
                return new Page(usable, null);
            }
        }
    }

    private Optional<UsableStory> usable(Found found, @Nullable Scope wanted, Instant now) {
        var story = found.story();
        var consent = found.consent();
        var allowed = consent.allows(story.ticketId(), found.requesterId(), now);
        var telling = allowed.contains(Scope.CASE_STUDY) || allowed.contains(Scope.AGGREGATE_QUOTE);
        if (!telling || (wanted != null && !allowed.contains(wanted)) || story.text() == null) {
            return Optional.empty();
        }
        var whole = allowed.contains(Scope.CASE_STUDY) && wanted != Scope.AGGREGATE_QUOTE;
        return text(found)
                .map(text -> new UsableStory(
                        story.storyId(),
                        story.theme(),
                        story.industry(),
                        story.size(),
                        whole ? text.problem() : null,
                        whole ? text.response() : null,
                        text.voice(),
                        allowed,
                        consent.endsAt(),
                        story.changedAt()));
    }

    private Optional<StoryText> text(Found found) {
        var box = Objects.requireNonNull(found.story().text());
        var requestId = Objects.requireNonNull(found.consent().ask()).requestId();
        try {
            return seals.text(box, requestId, found.story().storyId());
        } catch (KeyNotYetKnown | SealBroken closed) {
            LOG.warnf("Story %s does not open and is not shown", found.story().storyId());
            return Optional.empty();
        }
    }
}
