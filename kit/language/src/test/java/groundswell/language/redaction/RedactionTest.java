package groundswell.language.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import groundswell.language.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RedactionTest {
    static final Identity KNOWN = new Identity(
                    List.of("Ana-Lúcia Kowalska"),
                    List.of("ana.kowalska@blue-harbor.example"),
                    List.of("Blue Harbor Logistics Ltd"),
                    List.of("acc-90417"))
            .and(new Identity(List.of("Will Núñez", "Jürgen Groß"), List.of(), List.of(), List.of()));

    @Test
    void what_identifies_by_its_form_is_removed_and_nothing_else() throws IOException {
        check("by-form.txt", Identity.unknown());
    }

    @Test
    void what_is_known_of_the_people_is_removed_in_every_form_it_takes() throws IOException {
        check("known.txt", KNOWN);
    }

    private static void check(String table, Identity identity) throws IOException {
        var softly = new SoftAssertions();
        for (var row : Table.read(RedactionTest.class, table).rows()) {
            softly.assertThat(Redaction.redact(row.getFirst(), identity).text())
                    .as(row.getFirst())
                    .isEqualTo(row.getLast());
        }
        softly.assertAll();
    }

    @Test
    void the_same_person_keeps_the_same_letter_throughout_a_text() {
        assertThat(Redaction.redact(
                                "Hi Tomasz,\nAna Kowalska asked Tomasz. I told Ana, and Kowalska wrote to you.", KNOWN)
                        .text())
                .isEqualTo(
                        "Hi [person A],\n[person B] asked [person A]. I told [person B], and [person B] wrote to you.");
    }

    @Test
    void spans_are_counted_in_code_points_of_the_original() {
        var redacted = Redaction.redact("😀 mail é@x.example 😀", Identity.unknown());
        assertThat(redacted.spans()).containsExactly(new Span(7, 18, SpanType.EMAIL, Layer.FORM));
        assertThat(redacted.text()).isEqualTo("😀 mail [e-mail] 😀");
    }

    @Test
    void each_finding_tells_which_layer_found_it() {
        assertThat(Redaction.find("ana@x.example, ask Zeynep and Quorbleth, dear Will", KNOWN))
                .extracting(Span::layer)
                .containsExactly(Layer.KNOWN, Layer.NAME_LIST, Layer.UNCOMMON, Layer.KNOWN);
    }

    @Test
    void colleagues_read_a_trades_own_words_and_no_more_names_than_anybody() {
        var text = "We would like to see the blorptexer in the list, please ask zeynep at z@x.example about it";
        assertThat(Redaction.redact(text, Identity.unknown()).text()).doesNotContain("blorptexer", "zeynep", "z@x");
        assertThat(Redaction.redact(text, Identity.unknown(), Audience.INSIDE).text())
                .contains("the blorptexer in the list")
                .doesNotContain("zeynep", "z@x");
    }

    @Test
    void a_reviewer_marks_what_was_missed() {
        var text = "The red lighthouse at Cape Ardle is ours, mail x@y.example";
        var spans = new ArrayList<>(Redaction.find(text, Identity.unknown()));
        spans.add(new Span(4, 32, SpanType.OTHER));
        assertThat(Redaction.apply(text, spans).text()).isEqualTo("The [removed] is ours, mail [e-mail]");
    }

    @Test
    void redacting_again_changes_nothing() throws IOException {
        var softly = new SoftAssertions();
        for (var row : Table.read(RedactionTest.class, "by-form.txt").rows()) {
            softly.assertThat(
                            Redaction.redact(row.getLast(), Identity.unknown()).text())
                    .isEqualTo(row.getLast());
        }
        softly.assertAll();
    }

    @Test
    void a_span_outside_the_text_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Redaction.apply("short", List.of(new Span(2, 9, SpanType.OTHER))));
    }

    /** Patterns that go back and forth would take minutes here. */
    @Test
    void long_hostile_texts_are_read_in_reasonable_time() {
        for (var piece : List.of(
                "a.",
                "1-",
                "A ",
                "@a",
                "::",
                "x-1",
                "1 Aa ",
                "http://",
                "Hi Aa Aa Aa ",
                "é",
                "\n",
                "( ",
                "12 ",
                "A & ",
                "A-",
                "a_",
                "a.b ",
                "J. ",
                "a b ",
                "invoice 123, ",
                "user a_1, ",
                "Am A ",
                "12 a street ",
                "A1")) {
            var text = piece.repeat(10_000 / piece.length());
            assertThat(Redaction.redact(text, KNOWN).text()).isNotNull();
        }
    }
}
