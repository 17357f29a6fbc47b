package groundswell.consent;

import static groundswell.consent.ConsentRefused.Reason.*;

import groundswell.consent.ConsentCommand.*;
import groundswell.consent.ConsentEvent.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a story: drafted, checked by a person, released, recalled. Each step forward asks again whether the
 * consent covers it at that moment; a step back never asks.
 */
final class StoryDecider {
    /** One ticket has one story to tell, perhaps two; this bounds what a stream has to carry. */
    static final int MOST = 12;

    private static final List<Scope> TELLING = List.of(Scope.AGGREGATE_QUOTE, Scope.CASE_STUDY);

    static List<ConsentEvent> decide(Consent consent, StoryCommand command) {
        var story = consent.story(command.storyId());
        if (story == null) {
            if (!(command instanceof DraftStory c)) {
                throw new ConsentRefused(NO_SUCH_STORY);
            }
            return drafted(consent, c);
        }
        return switch (command) {
            case DraftStory _ -> throw new ConsentRefused(ALREADY_DRAFTED);
            case CheckStory c ->
                switch (story.status()) {
                    case DRAFTED, CHECKED -> {
                        cover(consent, story, c.at());
                        yield List.of(new StoryChecked(
                                request(consent), c.storyId(), story.ticketId(), c.text(), c.by(), c.at()));
                    }
                    case RELEASED -> throw new ConsentRefused(ALREADY_RELEASED);
                    case RECALLED -> throw new ConsentRefused(RECALLED);
                };
            case ReleaseStory c ->
                switch (story.status()) {
                    case DRAFTED -> throw new ConsentRefused(NOT_CHECKED);
                    case CHECKED -> {
                        cover(consent, story, c.at());
                        yield List.of(new StoryReleased(
                                request(consent), c.storyId(), story.ticketId(), story.theme(), c.by(), c.at()));
                    }
                    case RELEASED -> List.of();
                    case RECALLED -> throw new ConsentRefused(RECALLED);
                };
            case UseStory c ->
                switch (story.status()) {
                    case DRAFTED, CHECKED -> throw new ConsentRefused(NOT_RELEASED);
                    case RELEASED -> used(consent, story, c);
                    case RECALLED -> throw new ConsentRefused(RECALLED);
                };
            case RecallStory c ->
                switch (story.status()) {
                    case DRAFTED, CHECKED, RELEASED -> List.of(recalled(consent, story, RecallReason.BY_HAND, c.at()));
                    case RECALLED -> List.of();
                };
        };
    }

    static Story evolve(@Nullable Story story, OfStory event) {
        if (event instanceof StoryDrafted e) {
            return new Story(
                    e.storyId(),
                    StoryStatus.DRAFTED,
                    e.ticketId(),
                    e.theme(),
                    e.industry(),
                    e.size(),
                    e.text(),
                    null,
                    List.of(),
                    null,
                    e.at());
        }
        var known = Objects.requireNonNull(story, "a story begins with its draft");
        return switch (event) {
            case StoryDrafted _ -> known;
            case StoryChecked e -> known.checked(e.text(), e.at());
            case StoryReleased e -> known.released(e.at());
            case StoryUsed e -> known.usedAt(and(known.uses(), e.place()));
            case StoryRecalled e -> known.recalled(e.reason(), e.at());
        };
    }

    static List<ConsentEvent> recallAll(Consent consent, RecallReason reason, Instant at) {
        return consent.standing().stream()
                .<ConsentEvent>map(s -> recalled(consent, s, reason, at))
                .toList();
    }

    private static List<ConsentEvent> drafted(Consent consent, DraftStory c) {
        cover(consent, c.ticketId(), c.requesterId(), c.at());
        if (consent.stories().size() >= MOST) {
            throw new ConsentRefused(TOO_MANY_STORIES);
        }
        return List.of(new StoryDrafted(
                request(consent),
                c.storyId(),
                c.ticketId(),
                c.theme(),
                c.industry(),
                c.size(),
                c.text(),
                c.by(),
                c.at()));
    }

    private static List<ConsentEvent> used(Consent consent, Story story, UseStory c) {
        if (!consent.allows(story.ticketId(), ConsentDecider.of(consent).requesterId(), c.at())
                .contains(c.scope())) {
            throw new ConsentRefused(NOT_COVERED);
        }
        return story.uses().contains(c.place())
                ? List.of()
                : List.of(new StoryUsed(
                        request(consent), c.storyId(), story.ticketId(), c.scope(), c.place(), c.by(), c.at()));
    }

    private static StoryRecalled recalled(Consent consent, Story story, RecallReason reason, Instant at) {
        return new StoryRecalled(
                request(consent), story.storyId(), story.ticketId(), story.theme(), reason, story.uses(), at);
    }

    private static void cover(Consent consent, Story story, Instant at) {
        cover(consent, story.ticketId(), ConsentDecider.of(consent).requesterId(), at);
    }

    /** A story needs the permission to tell one; the permission to name somebody is not that. */
    private static void cover(Consent consent, UUID ticketId, UUID requesterId, Instant at) {
        if (Collections.disjoint(consent.allows(ticketId, requesterId, at), TELLING)) {
            throw new ConsentRefused(NOT_COVERED);
        }
    }

    private static UUID request(Consent consent) {
        return ConsentDecider.of(consent).requestId();
    }

    private static List<String> and(List<String> places, String place) {
        var all = new ArrayList<>(places);
        all.add(place);
        return List.copyOf(all);
    }

    private StoryDecider() {}
}
