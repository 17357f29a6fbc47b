package groundswell.insights.discovery;

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
        @NotNull @Size(max = 80) @Pattern(regexp = ONE_LINE, message = MESSAGE)
        String name,

        @NotNull @Size(max = 64) @Pattern(regexp = ONE_LINE, message = MESSAGE)
        String team,

        @NotNull @Size(max = 400) @Pattern(regexp = ONE_LINE, message = MESSAGE)
        String description,

        @NotNull @Size(min = 2, max = 50, message = "must be two to fifty that differ")
        List<@NotNull @Size(max = 300) @Pattern(regexp = ONE_LINE, message = MESSAGE) String> phrasings) {
    private static final String ONE_LINE = "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*";

    private static final String MESSAGE = "must be words on one line";

    private static final int LONGEST_CODE = 64;

    /** Each once: fewer than two could be no theme. */
    @SuppressWarnings("NullAway") // what is absent is null until it is validated
    public Adoption {
        phrasings = phrasings == null
                ? null
                : phrasings.stream()
                        .map(phrasing -> phrasing == null ? null : phrasing.strip())
                        .distinct()
                        .toList();
    }

    /** Out of the name, {@code kites-wind} for {@code Kites & wind}; empty where it has no letter or digit of ASCII. */
    String theme() {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.length() <= LONGEST_CODE
                ? plain
                : plain.substring(0, LONGEST_CODE).replaceAll("-$", "");
    }
}
