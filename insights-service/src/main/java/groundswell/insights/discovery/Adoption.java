package groundswell.insights.discovery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;

/**
 * What a discovery is called once it is a theme.
 *
 * @param team code of the team that answers it
 * @param phrasings how people put it, for everybody to see and for ever: in your own words, so that no customer's stay here
 *     when they are erased
 */
public record Adoption(
        @NotNull @Size(max = 80) @Pattern(regexp = ONE_LINE, message = "must be words on one line")
        String name,

        @NotNull String team,
        @NotBlank @Size(max = 400) String description,
        @NotNull @Size(min = 2, max = 200) List<@NotBlank @Size(max = 1_000) String> phrasings) {
    private static final String ONE_LINE = "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*";

    private static final int LONGEST_CODE = 64;

    /** Out of the name, {@code kites-wind} for {@code Kites & wind}; empty where it has no letter or digit of ASCII. */
    String theme() {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.length() <= LONGEST_CODE
                ? plain
                : plain.substring(0, LONGEST_CODE).replaceAll("-$", "");
    }

    List<String> distinctPhrasings() {
        return phrasings.stream().map(String::strip).distinct().toList();
    }
}
