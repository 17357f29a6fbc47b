package groundswell.routing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingReadinessTest {
    @Test
    void a_service_that_could_not_learn_its_themes_is_not_ready_and_says_what_to_do() {
        var model = new PresentModel();
        model.fail(new IllegalArgumentException("no themes"));

        var answer = new ReadingReadiness(model).call();

        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer.getData().orElseThrow().get("reason")).asString().contains("taxonomy.yaml");
    }

    @Test
    void a_service_that_still_learns_or_is_not_to_read_is_ready() {
        assertThat(new ReadingReadiness(new PresentModel()).call().getStatus()).isEqualTo(Status.UP);
    }
}
