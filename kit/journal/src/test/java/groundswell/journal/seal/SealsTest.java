package groundswell.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import groundswell.journal.JournalDatabase;
import groundswell.journal.Meddled;
import groundswell.stack.TestStack;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SealsTest {
    static final UUID ROSA = new UUID(0, 1), MEI = new UUID(0, 2);
    static final Place PLACE = new Place("ticket-1", "message-1", "body");
    static final Kek KEK = Kek.ofBase64(Base64.getEncoder().encodeToString(new byte[32]));

    DataSource database;
    SubjectKeys keys;
    Seals seals;

    @BeforeEach
    void open() throws SQLException {
        database = JournalDatabase.fresh("tally.events.v1", 2);
        keys = new SubjectKeys(database, KEK);
        seals = new Seals(keys);
        create(ROSA, MEI);
    }

    @Test
    void what_was_sealed_opens_at_its_place() {
        var sealed = seals.seal(ROSA, PLACE, "My card was declined – twice");
        assertThat(sealed.box()).doesNotContain("card");
        assertThat(seals.open(sealed, PLACE)).contains("My card was declined – twice");
    }

    @Test
    void the_same_text_never_looks_the_same_twice() {
        assertThat(seals.seal(ROSA, PLACE, "hello").box())
                .isNotEqualTo(seals.seal(ROSA, PLACE, "hello").box());
    }

    @Test
    void another_persons_key_does_not_open_it() {
        var sealed = seals.seal(ROSA, PLACE, "hello");
        refusesToOpen(new Sealed(MEI, sealed.box()), PLACE);
    }

    @Test
    void a_document_of_several_people_opens_until_one_of_them_is_erased() throws SQLException {
        var made = JointKey.make(seals, List.of(ROSA, MEI), PLACE);
        var box = made.seal(new byte[] {1, 2, 3}, "report.pdf");
        var opened = JointKey.open(seals, made.shares(), PLACE).orElseThrow();
        assertThat(opened.open(box, "report.pdf")).containsExactly(1, 2, 3);
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> opened.open(box, "report.html"));
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> JointKey.open(seals, made.shares(), new Place("ticket-2", "message-1", "body")));

        var nobodys = JointKey.make(seals, List.of(), PLACE);
        erase(MEI);
        assertThat(JointKey.open(seals, made.shares(), PLACE)).isEmpty();
        assertThatExceptionOfType(SubjectErased.class)
                .isThrownBy(() -> JointKey.make(seals, List.of(ROSA, MEI), PLACE));
        assertThat(JointKey.open(seals, nobodys.shares(), PLACE)).isPresent();
    }

    @Test
    void moved_to_another_stream_message_or_field_it_does_not_open() {
        var sealed = seals.seal(ROSA, PLACE, "hello");
        for (var moved : List.of(
                new Place("ticket-2", "message-1", "body"),
                new Place("ticket-1", "message-2", "body"),
                new Place("ticket-1", "message-1", "subject"))) {
            refusesToOpen(sealed, moved);
        }
    }

    @Test
    void with_any_byte_changed_it_does_not_open() {
        var sealed = seals.seal(ROSA, PLACE, "hello");
        var bytes = Base64.getDecoder().decode(sealed.box());
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            refusesToOpen(new Sealed(ROSA, Base64.getEncoder().encodeToString(bytes)), PLACE);
            bytes[i] ^= 1;
        }
        refusesToOpen(new Sealed(ROSA, Base64.getEncoder().encodeToString(new byte[3])), PLACE);
    }

    @Test
    void another_key_encryption_key_opens_nothing() {
        var other = new byte[32];
        other[7] = 1;
        var stranger = new Seals(
                new SubjectKeys(database, Kek.ofBase64(Base64.getEncoder().encodeToString(other))));
        var sealed = seals.seal(ROSA, PLACE, "hello");
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> stranger.open(sealed, PLACE));
    }

    @Test
    void a_consumer_waits_for_the_key_and_goes_on_without_it_once_the_person_is_erased() throws Exception {
        var kafka =
                Map.<String, Object>of("bootstrap.servers", TestStack.shared().bootstrapServers());
        var topic = "keys-" + UUID.randomUUID();
        var elsewhere = JournalDatabase.fresh("tally.events.v1", 2);
        var consumersKeys = new SubjectKeys(elsewhere, KEK);
        var consumer = new Seals(consumersKeys);
        var sealed = seals.seal(ROSA, PLACE, "hello");

        assertThatExceptionOfType(KeyNotYetKnown.class).isThrownBy(() -> consumer.open(sealed, PLACE));

        try (var ledger = new KeyLedger(elsewhere, consumersKeys, kafka, topic, 1, (short) 1);
                var relay = new KeyRelay(database, kafka, topic, 1, (short) 1)) {
            await().ignoreException(KeyNotYetKnown.class)
                    .untilAsserted(
                            () -> assertThat(consumer.open(sealed, PLACE)).contains("hello"));

            erase(ROSA);
            relay.signal();

            await().untilAsserted(() -> assertThat(consumer.open(sealed, PLACE)).isEmpty());
            assertThat(seals.open(sealed, PLACE)).isEmpty();
            assertThatExceptionOfType(SubjectErased.class).isThrownBy(() -> seals.seal(ROSA, PLACE, "more"));
        }
        restoredDatabaseLearnsTheErasureAgain(kafka, topic, sealed);
    }

    @Test
    void a_key_that_was_looked_up_while_its_owner_was_erased_does_not_stay_in_memory() {
        var sealed = seals.seal(ROSA, PLACE, "hello");
        var meddled = new SubjectKeys(
                Meddled.statements(database, (method, _, real) -> {
                    var row = real.proceed();
                    if (method.equals("executeQuery")) {
                        erase(ROSA); // committed between the query and its answer
                    }
                    return row;
                }),
                KEK);
        keys = meddled;

        assertThat(new Seals(meddled).open(sealed, PLACE)).as("was read before").contains("hello");
        assertThat(new Seals(meddled).open(sealed, PLACE)).isEmpty();
    }

    private static void restoredDatabaseLearnsTheErasureAgain(Map<String, Object> kafka, String topic, Sealed sealed)
            throws SQLException {
        var restored = JournalDatabase.fresh("tally.events.v1", 2);
        var keys = new SubjectKeys(restored, KEK);
        try (var connection = restored.getConnection()) {
            keys.create(connection, List.of(ROSA)); // yesterday's dump still has a key
        }
        try (var ledger = new KeyLedger(restored, keys, kafka, topic, 1, (short) 1)) {
            await().until(ledger::caughtUp);
            assertThat(new Seals(keys).open(sealed, PLACE)).isEmpty();
        }
    }

    private void create(UUID... subjects) throws SQLException {
        try (var connection = database.getConnection()) {
            keys.create(connection, List.of(subjects));
        }
    }

    private void erase(UUID subject) throws SQLException {
        try (var connection = database.getConnection()) {
            keys.erase(connection, subject);
        }
        keys.forget(subject);
    }

    private void refusesToOpen(Sealed sealed, Place place) {
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> seals.open(sealed, place));
    }
}
