package groundswell.insights.effects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A launch or fix as it is told to us.
 *
 * @param at when customers had it; now if absent
 * @param themes that it is held against; none for a launch means all
 */
public record MarkerInput(
        @NotBlank
        @Size(max = 120)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must be one line without control characters")
        String name,

        @Nullable Instant at,

        @Nullable @Size(max = 50)
        List<@NotNull @Size(min = 1, max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*") String> themes) {
    List<String> distinctThemes() {
        return themes == null ? List.of() : themes.stream().distinct().sorted().toList();
    }
}
