package groundswell.consent.stories;

import groundswell.consent.Consent;
import groundswell.consent.ConsentCommand.*;
import groundswell.consent.ConsentRefused;
import groundswell.consent.ConsentRefused.Reason;
import groundswell.consent.KnownTicket;
import groundswell.consent.KnownTickets;
import groundswell.consent.Scope;
import groundswell.consent.http.Caller;
import groundswell.consent.http.Problem;
import groundswell.consent.http.Problem.Fault;
import groundswell.consent.http.Refusal;
import groundswell.consent.journal.ConsentJournal;
import groundswell.consent.journal.Rounds;
import groundswell.consent.stories.StoryTable.Found;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What can be done with a story, for the API and the pages alike. Every step asks the consent again. */
@ApplicationScoped
class Stories {
    private final ConsentJournal consents;
    private final Rounds rounds;
    private final KnownTickets tickets;
    private final StoryTable table;
    private final StorySeals seals;
    private final Caller caller;
    private final Clock clock;

    Stories(
            ConsentJournal consents,
            Rounds rounds,
            KnownTickets tickets,
            StoryTable table,
            StorySeals seals,
            Caller caller,
            Clock clock) {
        this.consents = consents;
        this.rounds = rounds;
        this.tickets = tickets;
        this.table = table;
        this.seals = seals;
        this.caller = caller;
        this.clock = clock;
    }

    /** Nothing of a ticket is opened before its own customer's consent has been seen. */
    UUID draft(UUID ticketId) {
        var now = clock.instant();
        var ticket = tickets.find(ticketId)
                .orElseThrow(() -> Refusal.of(
                        404,
                        "unknown-ticket",
                        "No such ticket is known here. A new one takes a moment to arrive: try again."));
        var requestId = ConsentJournal.requestId(ticketId, rounds.next(ticketId, now));
        var allowed = consents.find(requestId)
                .map(c -> c.allows(ticketId, ticket.requesterId(), now))
                .orElse(List.of());
        if (!allowed.contains(Scope.CASE_STUDY) && !allowed.contains(Scope.AGGREGATE_QUOTE)) {
            throw new ConsentRefused(Reason.NOT_COVERED);
        }
        var conversation = tickets.conversation(ticketId).orElseThrow(Stories::erased);
        var storyId = UUID.randomUUID();
        var box = seals.draft(ticket.requesterId(), requestId, storyId, StoryWriter.draft(ticket, conversation));
        consents.handle(
                requestId,
                new DraftStory(
                        storyId,
                        ticketId,
                        ticket.requesterId(),
                        ticket.theme(),
                        StoryWriter.nameless(ticket.industry(), ticket, conversation),
                        StoryWriter.nameless(ticket.size(), ticket, conversation),
                        box,
                        caller.id(),
                        now),
                caller.cause());
        return storyId;
    }

    Review review(UUID storyId) {
        var found = found(storyId);
        var now = clock.instant();
        var story = found.story();
        var allowed = found.consent().allows(story.ticketId(), found.requesterId(), now);
        var requestId = requestOf(found.consent());
        var readable = !allowed.isEmpty();
        var draft = readable ? seals.draft(story.draft(), requestId, storyId) : Optional.<StoryDraft>empty();
        var text = readable && story.text() != null
                ? seals.text(story.text(), requestId, storyId)
                : Optional.<StoryText>empty();
        return new Review(
                storyId,
                story.ticketId(),
                tickets.find(story.ticketId()).map(KnownTicket::name).orElse(null),
                story.status(),
                found.consent().statusAt(now),
                allowed,
                found.consent().endsAt(),
                story.theme(),
                story.industry(),
                story.size(),
                draft.map(StoryDraft::original).orElse(null),
                draft.map(StoryDraft::redacted).orElse(null),
                draft.map(StoryDraft::removed).orElse(null),
                text.orElse(null),
                story.uses(),
                story.changedAt());
    }

    /** The words a person has approved; refused where a machine still sees the customer in them. */
    void check(UUID storyId, StoryText text) {
        var found = found(storyId);
        var ticketId = found.story().ticketId();
        var now = clock.instant();
        if (found.consent().allows(ticketId, found.requesterId(), now).isEmpty()) {
            throw new ConsentRefused(Reason.NOT_COVERED);
        }
        var ticket = tickets.find(ticketId).orElseThrow(Stories::erased);
        var person = tickets.conversation(ticketId).orElseThrow(Stories::erased).requester();
        refuse(Leftovers.in(text, StoryWriter.identity(ticket, person)));
        var requestId = requestOf(found.consent());
        var box = seals.text(found.requesterId(), requestId, storyId, text);
        consents.handle(requestId, new CheckStory(storyId, box, caller.id(), now), caller.cause());
    }

    void release(UUID storyId) {
        var requestId = requestOf(found(storyId).consent());
        consents.handle(requestId, new ReleaseStory(storyId, caller.id(), clock.instant()), caller.cause());
    }

    /** Where it was told is kept for as long as the log, in the clear: an outlet, never the customer. */
    void use(UUID storyId, Scope scope, String place) {
        var found = found(storyId);
        var ticket = tickets.find(found.story().ticketId()).orElseThrow(Stories::erased);
        var person = tickets.conversation(ticket.ticketId())
                .orElseThrow(Stories::erased)
                .requester();
        refuse(Leftovers.inPlace(place, StoryWriter.identity(ticket, person)));
        var requestId = requestOf(found.consent());
        consents.handle(requestId, new UseStory(storyId, scope, place, caller.id(), clock.instant()), caller.cause());
    }

    void recall(UUID storyId) {
        var requestId = requestOf(found(storyId).consent());
        consents.handle(requestId, new RecallStory(storyId, clock.instant()), caller.cause());
    }

    private Found found(UUID storyId) {
        return table.one(storyId).orElseThrow(() -> new ConsentRefused(Reason.NO_SUCH_STORY));
    }

    private static void refuse(List<Fault> leftovers) {
        if (!leftovers.isEmpty()) {
            throw new Refusal(new Problem(
                    "/problems/still-identifies",
                    "Still identifies",
                    422,
                    "The text still points to the customer: take out the pieces named in errors.",
                    leftovers));
        }
    }

    private static UUID requestOf(Consent consent) {
        return Objects.requireNonNull(consent.ask()).requestId();
    }

    private static Refusal erased() {
        return Refusal.of(410, "customer-erased", "This customer has been erased; nothing of theirs can be used.");
    }
}
