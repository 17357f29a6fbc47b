package groundswell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SentencesTest {
    @Test
    void a_text_falls_into_its_sentences() {
        assertThat(Sentences.of("It broke. Again! Why? I do not know", "en"))
                .containsExactly("It broke.", "Again!", "Why?", "I do not know");
    }

    @Test
    void abbreviations_end_nothing() {
        assertThat(Sentences.of(
                        "Dr. Vale of Acme Inc. Berlin called, e.g. on Monday. Invoice no. 4711 is wrong.", "en"))
                .containsExactly("Dr. Vale of Acme Inc. Berlin called, e.g. on Monday.", "Invoice no. 4711 is wrong.");
        assertThat(Sentences.of("Siehe z.B. Rechnung Nr. 12. Das stimmt nicht.", "de"))
                .containsExactly("Siehe z.B. Rechnung Nr. 12.", "Das stimmt nicht.");
    }

    @Test
    void figures_addresses_and_versions_stay_whole() {
        assertThat(Sentences.of("Version 2.4.1 costs 12.50 a month. See https://x.example/a.b?c=d. Thanks", "en"))
                .containsExactly("Version 2.4.1 costs 12.50 a month.", "See https://x.example/a.b?c=d.", "Thanks");
    }

    @Test
    void a_line_that_a_mail_program_broke_goes_on_and_a_paragraph_ends() {
        assertThat(Sentences.of("We were charged\ntwice in May\n\nPlease look\r\nHello", "en"))
                .containsExactly("We were charged twice in May", "Please look", "Hello");
    }

    @Test
    void other_scripts_end_their_sentences_their_way() {
        assertThat(Sentences.of("壊れました。なぜですか？", "ja")).containsExactly("壊れました。", "なぜですか？");
        assertThat(Sentences.of("", "en")).isEmpty();
        assertThat(Sentences.of(" \n🎄 ", "nonsense!")).containsExactly("🎄");
    }

    @Test
    void many_threads_get_the_same() throws Exception {
        var expected = List.of("Dr. Vale wrote.", "Twice.");
        Callable<List<String>> read = () -> Sentences.of("Dr. Vale wrote. Twice.", "en");
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var result : threads.invokeAll(java.util.Collections.nCopies(200, read)))
                assertThat(result.get()).isEqualTo(expected);
        }
    }
}
