package groundswell.routing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.routing.Taxonomy;
import groundswell.routing.setup.RoutingConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingReadinessTest {
    static final Taxonomy NOTHING_TO_LEARN = new Taxonomy(1, List.of(), List.of());

    @Test
    void a_service_that_could_not_learn_its_themes_is_not_ready_and_says_what_to_do() {
        var reader = new LanguageReader(NOTHING_TO_LEARN, language(RoutingConfig.Language.ON));
        await().until(reader::cannotRead);

        var answer = new ReadingReadiness(reader).call();

        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer.getData().orElseThrow().get("reason")).asString().contains("taxonomy.yaml");
    }

    @Test
    void a_service_that_is_not_to_read_is_ready() {
        var reader = new LanguageReader(NOTHING_TO_LEARN, language(RoutingConfig.Language.OFF));

        assertThat(new ReadingReadiness(reader).call().getStatus()).isEqualTo(Status.UP);
    }

    private static RoutingConfig language(RoutingConfig.Language language) {
        return new RoutingConfig() {
            @Override
            public Language language() {
                return language;
            }

            @Override
            public double floor() {
                return 0.9;
            }

            @Override
            public int readers() {
                return 1;
            }

            @Override
            public Optional<Path> folder() {
                return Optional.empty();
            }
        };
    }
}
