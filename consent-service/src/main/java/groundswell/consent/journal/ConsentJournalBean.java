package groundswell.consent.journal;

import static groundswell.journal.StreamColumn.of;

import groundswell.consent.Consent;
import groundswell.consent.ConsentCommand;
import groundswell.consent.ConsentDecider;
import groundswell.consent.ConsentEvent;
import groundswell.consent.StoryStatus;
import groundswell.journal.Journal;
import groundswell.journal.JournalDefinition;
import groundswell.journal.JsonEvents;
import groundswell.journal.StreamColumn;
import groundswell.journal.quarkus.Journals;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** What makes the journal ours: rules, events, and the columns our lists are read by. */
final class ConsentJournalBean {
    private static final List<StreamColumn<Consent>> COLUMNS = List.of(
            of("ticket_id", "uuid", c -> c.ask() == null ? null : c.ask().ticketId()),
            of("requester_id", "uuid", c -> c.ask() == null ? null : c.ask().requesterId()),
            of("consent_status", "text", c -> c.status().toString()),
            of("ends_at", "timestamptz", Consent::endsAt),
            of("changed_at", "timestamptz", Consent::changedAt),
            of("released", "int", ConsentJournalBean::released),
            new StreamColumn<>("story_ids", "text", "string_to_array(v, ',')::uuid[]", ConsentJournalBean::storyIds));

    @Produces
    @Singleton
    Journal<ConsentCommand, Consent, ConsentEvent> journal(Journals journals) {
        return journals.open(new JournalDefinition<>(
                journals.slots(),
                new ConsentDecider(),
                JsonEvents.of("groundswell.consent", "Consent", ConsentEvent.class, ConsentEvent::at),
                Consent.class,
                COLUMNS));
    }

    private static Integer released(Consent consent) {
        return (int) consent.stories().stream()
                .filter(s -> s.status() == StoryStatus.RELEASED)
                .count();
    }

    private static String storyIds(Consent consent) {
        return consent.stories().stream().map(s -> s.storyId().toString()).collect(Collectors.joining(","));
    }
}
