package groundswell.routing.choosing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.routing.choosing.InsightsNews.ThemeAdopted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That we read what insights-service publishes, by its own samples. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InsightsContractTest {
    static final Path SAMPLES = Path.of("../insights-service/contract/samples");
    static final ObjectMapper JSON = new ObjectMapper();

    static Set<String> read() {
        return InsightsNews.FORMAT.types();
    }

    @ParameterizedTest
    @MethodSource("read")
    void every_type_we_read_is_published_and_read(String type) throws IOException {
        var news = read(type);
        assertThat(news.theme()).isNotEmpty();
        assertThat(news.tickets()).hasSize(2);
        assertThat(news.at()).isNotNull();
    }

    @Test
    void an_adopted_theme_has_all_that_a_theme_needs() throws IOException {
        var theme = ((ThemeAdopted) read("groundswell.insights.theme-adopted.v1")).asTheme();
        assertThat(theme.code()).isEqualTo("kiosk-mode");
        assertThat(theme.name()).isEqualTo("Kiosk mode");
        assertThat(theme.team()).isEqualTo("product");
        assertThat(theme.description()).isNotEmpty();
        assertThat(theme.phrasings()).hasSize(2);
    }

    private static InsightsNews read(String type) throws IOException {
        var sample = JSON.readTree(SAMPLES.resolve(type + ".json").toFile());
        return InsightsNews.FORMAT.read(type, JSON.writeValueAsBytes(sample.get("data")));
    }
}
