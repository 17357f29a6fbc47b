package groundswell.bench.journal;

import groundswell.journal.Decider;
import groundswell.journal.JournalDefinition;
import groundswell.journal.JsonEvents;
import groundswell.journal.Slots;
import java.time.Instant;
import java.util.List;

/** What is appended: an event of the size of a short ticket, about 700 bytes of JSON. */
sealed interface Note {
    Instant at();

    record NoteTaken(String kind, int minutes, String text, Instant at) implements Note {}

    /** Counts, so that a snapshot is folded and written too. */
    record Notes(int count) {}

    Instant NOW = Instant.parse("2026-01-01T09:00:00Z");
    String TEXT = "The quick brown fox jumps over the lazy dog. ".repeat(14);

    static NoteTaken number(int n) {
        return new NoteTaken("kind-" + n % 20, n % 60, TEXT, NOW.plusSeconds(n));
    }

    JsonEvents<Note> FORMAT = JsonEvents.of("bench", "Note", Note.class, Note::at);

    static byte[] bytes(int n) {
        return FORMAT.data(number(n));
    }

    static JournalDefinition<NoteTaken, Notes, Note> definition(Slots slots) {
        var decider = new Decider<NoteTaken, Notes, Note>() {
            @Override
            public Notes initial() {
                return new Notes(0);
            }

            @Override
            public List<Note> decide(Notes state, NoteTaken note) {
                return List.of(note);
            }

            @Override
            public Notes evolve(Notes state, Note event) {
                return new Notes(state.count() + 1);
            }
        };
        return new JournalDefinition<>(slots, decider, FORMAT, Notes.class, List.of());
    }
}
