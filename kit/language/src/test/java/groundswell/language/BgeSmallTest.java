package groundswell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BgeSmallTest {
    static final BgeSmall MODEL = new BgeSmall();

    static final float[] EXPORT = MODEL.embed("The export to CSV stops halfway");

    @AfterAll
    static void close() {
        MODEL.close();
    }

    @Test
    void similar_sentences_are_as_near_as_the_reference_implementation_says() {
        float[] download = MODEL.embed("CSV download breaks off in the middle");
        float[] card = MODEL.embed("How do I change my credit card?");
        assertThat(Embedder.similarity(EXPORT, download)).isCloseTo(0.854, within(0.01));
        assertThat(Embedder.similarity(EXPORT, card)).isCloseTo(0.373, within(0.02));
        assertThat(Embedder.similarity(EXPORT, EXPORT)).isCloseTo(1, within(1e-6));
    }

    @Test
    void the_same_text_gives_the_same_bits_from_many_threads_at_once() {
        assertThat(IntStream.range(0, 64).parallel().mapToObj(n -> {
                    MODEL.embed("Something else, number " + n);
                    return MODEL.embed("The export to CSV stops halfway");
                }))
                .allSatisfy(vector -> assertThat(vector).containsExactly(EXPORT));
    }

    @Test
    void an_empty_and_an_endless_text_have_a_vector_too() {
        assertThat(MODEL.embed("")).hasSize(384).doesNotContain(Float.NaN);
        assertThat(MODEL.embed("word ".repeat(100_000))).hasSize(384).doesNotContain(Float.NaN);
    }

    @Test
    void who_embeds_while_it_is_closed_gets_a_vector_or_a_refusal() throws Exception {
        var model = new BgeSmall();
        var started = new CountDownLatch(4);
        Callable<String> embedding = () -> {
            try {
                while (true) {
                    assertThat(model.embed("The export to CSV stops halfway")).containsExactly(EXPORT);
                    started.countDown();
                }
            } catch (IllegalStateException refused) {
                return String.valueOf(refused.getMessage());
            }
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            var readers =
                    Stream.generate(() -> threads.submit(embedding)).limit(4).toList();
            started.await();
            model.close();
            model.close();
            for (var reader : readers) {
                assertThat(reader.get()).isEqualTo("The embedding model is closed");
            }
        }
    }
}
