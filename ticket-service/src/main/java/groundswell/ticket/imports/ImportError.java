package groundswell.ticket.imports;

import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param row counted from 1, the header not included */
@Schema(name = "ImportError", description = "Why a row was refused")
public record ImportError(long row, @Nullable String field, String message) {
    private static final Pattern UNKEEPABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final int LONGEST_FIELD = 200;

    /** The name of an unknown field is the sender's own word, and may hold what no column can. */
    public ImportError {
        if (field != null) {
            var plain = UNKEEPABLE.matcher(field).replaceAll("?");
            field = plain.length() > LONGEST_FIELD ? plain.substring(0, LONGEST_FIELD) : plain;
        }
    }
}
