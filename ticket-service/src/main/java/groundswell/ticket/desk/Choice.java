package groundswell.ticket.desk;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** One line of a selection: what is sent, and what is read. */
public record Choice(String value, String name, boolean chosen) {
    public static <E extends Enum<E>> List<Choice> of(Class<E> codes, Function<E, String> name, String chosen) {
        return Arrays.stream(codes.getEnumConstants())
                .map(code -> new Choice(
                        code.toString(), name.apply(code), code.toString().equals(chosen)))
                .toList();
    }
}
