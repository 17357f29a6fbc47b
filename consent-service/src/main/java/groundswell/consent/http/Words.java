package groundswell.consent.http;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads codes that arrive as text, in a form, a path or a table, by their word on the wire. */
public final class Words {
    /** @return null for null and blank; @throws Refusal naming what would be accepted */
    public static <T extends Enum<T>> @Nullable T read(Class<T> type, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(v -> v.toString().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.invalid(field, "must be one of " + Arrays.toString(type.getEnumConstants())));
    }

    /** @return null for null and blank; control characters have no place in a code, an address or a filter */
    public static @Nullable String plain(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(field, "must be plain text in one line");
        }
        return text.strip();
    }

    private Words() {}
}
