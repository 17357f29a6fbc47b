package groundswell.ticket.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Why a body could not be read, in words for its sender: which field, and what is allowed there. Never the value itself. */
public final class UnreadableJson {
    public static Problem explain(JsonProcessingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException e ->
                Problem.invalid(path(e), "is not known; known are " + sorted(e.getKnownPropertyIds()));
            case InvalidFormatException e
            when e.getTargetType() != null && e.getTargetType().isEnum() ->
                Problem.invalid(path(e), "must be one of " + words(e.getTargetType()));
            case InvalidFormatException e -> Problem.invalid(path(e), "must be " + kind(e.getTargetType()));
            case MismatchedInputException e -> Problem.invalid(path(e), "must be " + kind(e.getTargetType()));
            case JsonMappingException e
            when !e.getPath().isEmpty() && !(e.getCause() instanceof StreamReadException) ->
                Problem.invalid(path(e), "is not acceptable");
            default -> {
                var where = failure.getLocation();
                yield Problem.of(
                        400,
                        "malformed-json",
                        "The body is not JSON",
                        where == null
                                ? "Send one JSON object in UTF-8."
                                : "Send one JSON object in UTF-8; reading stopped at line %d, column %d."
                                        .formatted(where.getLineNr(), where.getColumnNr()));
            }
        };
    }

    private static String path(JsonMappingException e) {
        var path = e.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "body" : path.replace(".[", "[");
    }

    private static String words(Class<?> codes) {
        return Arrays.stream(codes.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String sorted(java.util.Collection<?> names) {
        return names == null
                ? "none"
                : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String kind(@org.jspecify.annotations.Nullable Class<?> target) {
        if (target == null) {
            return "of another kind";
        }
        return switch (target.getSimpleName()) {
            case "UUID" -> "a UUID";
            case "Instant" -> "a time such as 2026-01-12T09:12:00Z";
            case "boolean", "Boolean" -> "true or false";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "String" -> "a text";
            case "List", "Set", "ArrayList" -> "a list";
            default -> "an object";
        };
    }

    private UnreadableJson() {}
}
