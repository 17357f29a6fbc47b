package groundswell.journal;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that a service adds to {@code journal_stream} in its own migration, so that its lists are written with the
 * events and are never behind.
 *
 * @param name the column
 * @param arrayType element type of the array the values travel in: {@code text}, {@code bigint}, {@code timestamptz} …
 * @param expression SQL made of the unnested value {@code v}: {@code v} itself, or {@code string_to_array(v, ',')}
 * @param value what the state says; {@code Instant} values are given for {@code timestamptz}
 */
public record StreamColumn<S>(String name, String arrayType, String expression, Function<S, @Nullable Object> value) {
    public static <S> StreamColumn<S> of(String name, String arrayType, Function<S, @Nullable Object> value) {
        return new StreamColumn<>(name, arrayType, "v", value);
    }
}
