package groundswell.ticket.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RowsTest {
    @Test
    void a_batch_of_short_rows_ends_at_512_rows() throws IOException {
        try (var rows = lines("{}\n".repeat(600))) {
            assertThat(rows.batch()).hasSize(512);
            assertThat(rows.batch()).hasSize(88);
            assertThat(rows.batch()).isEmpty();
        }
    }

    @Test
    void a_batch_of_long_rows_ends_at_eight_mebibytes_of_text() throws IOException {
        var megabyte = "{\"text\":\"" + "x".repeat(1_000_000) + "\"}\n";
        try (var rows = lines(megabyte.repeat(12))) {
            assertThat(rows.batch()).hasSize(9);
            assertThat(rows.batch()).hasSize(3);
        }
    }

    private static Rows lines(String text) {
        return new Rows.NdJson(new ByteArrayInputStream(text.getBytes(UTF_8)), new ObjectMapper());
    }
}
