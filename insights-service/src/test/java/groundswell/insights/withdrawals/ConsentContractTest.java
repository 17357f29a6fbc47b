package groundswell.insights.withdrawals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.insights.withdrawals.ConsentNews.Granted;
import groundswell.insights.withdrawals.ConsentNews.Withdrawn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Every sample that consent-service keeps is read or passed over. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsentContractTest {
    static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void what_is_allowed_and_taken_back_is_read_and_all_else_passed_over() throws IOException {
        var news = new ArrayList<ConsentNews>();
        try (var files = Files.list(Path.of("../consent-service/contract/samples"))) {
            for (var file : files.sorted().toList()) {
                var sample = JSON.readTree(file.toFile());
                var type = sample.at("/headers/ce_type").asText();
                if (WhenConsentIsWithdrawnThenRemember.NEWS.knows(type)) {
                    news.add(WhenConsentIsWithdrawnThenRemember.NEWS.read(
                            type, JSON.writeValueAsBytes(sample.get("data"))));
                }
            }
        }
        assertThat(news)
                .hasSize(2)
                .hasAtLeastOneElementOfType(Granted.class)
                .contains(new Withdrawn(
                        UUID.fromString("0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"),
                        UUID.fromString("22222222-0000-4000-8000-000000000002"),
                        Instant.parse("2026-05-20T07:15:00Z")));
    }
}
