package groundswell.ticket.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import groundswell.journal.JsonEvents;
import groundswell.ticket.http.Refused;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a CSV file make a ticket. {@code about} is for its readers; {@code fields} names each field of the
 * ticket ({@code requester.email} for one inside) and gives its value:
 *
 * <ul>
 *   <li>a template such as {@code "Consumer {Complaint ID}"}; it is empty where one of its columns is,
 *   <li>a list of templates, of which the first that is not empty counts,
 *   <li>an object: {@code from} (a template or a list) with {@code codes} and {@code otherwise}, with a {@code time} pattern
 *       and its {@code zone}, or with {@code split} for several values.
 * </ul>
 */
record Mapping(@Nullable JsonNode about, Map<String, JsonNode> fields) {
    private static final ObjectMapper JSON = JsonEvents.mapper();
    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

    static Mapping read(String text) {
        try {
            var mapping = JSON.readValue(text, Mapping.class);
            if (mapping.fields() == null || mapping.fields().isEmpty()) {
                throw Refused.field("mapping.fields", "must say how the fields of a ticket are made");
            }
            mapping.fields().keySet().forEach(mapping::checkName);
            return mapping;
        } catch (IOException e) {
            throw Refused.field("mapping", "must be JSON of the form {\"fields\": {\"subject\": \"{Column}\", …}}");
        }
    }

    private void checkName(String field) {
        int dot = field.indexOf('.');
        if (dot >= 0 && field.indexOf('.', dot + 1) >= 0) {
            throw Refused.field(
                    "mapping.fields", "may name a field inside another one, such as requester.email, not deeper");
        }
        if (dot >= 0 && fields.containsKey(field.substring(0, dot))) {
            throw Refused.field("mapping.fields", "name both a field and one inside it: keep either");
        }
    }

    ObjectNode apply(Map<String, String> row) {
        var ticket = JsonNodeFactory.instance.objectNode();
        fields.forEach((field, rule) -> {
            var value = value(rule, row);
            if (value != null) {
                put(ticket, field, value);
            }
        });
        return ticket;
    }

    private static void put(ObjectNode ticket, String field, JsonNode value) {
        int dot = field.indexOf('.');
        if (dot < 0) {
            ticket.set(field, value);
        } else {
            put(ticket.withObject("/" + field.substring(0, dot)), field.substring(dot + 1), value);
        }
    }

    private static @Nullable JsonNode value(JsonNode rule, Map<String, String> row) {
        if (!rule.isObject()) {
            return text(first(rule, row));
        }
        var from = first(rule.path("from"), row);
        if (rule.has("codes")) {
            var code = from == null ? null : rule.path("codes").get(from);
            return code == null ? rule.get("otherwise") : code;
        }
        if (rule.has("time")) {
            return text(from == null ? null : time(from, rule));
        }
        if (rule.has("split")) {
            return from == null ? null : split(from, rule.path("split").asText());
        }
        return text(from == null ? rule.path("otherwise").asText(null) : from);
    }

    private static @Nullable JsonNode text(@Nullable String text) {
        return text == null ? null : JsonNodeFactory.instance.textNode(text);
    }

    private static @Nullable String first(JsonNode templates, Map<String, String> row) {
        if (!templates.isArray()) {
            return fill(templates.asText(), row);
        }
        for (var template : templates) {
            var text = fill(template.asText(), row);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static @Nullable String fill(String template, Map<String, String> row) {
        var text = new StringBuilder();
        var columns = COLUMN.matcher(template);
        int end = 0;
        while (columns.find()) {
            var value = row.get(columns.group(1));
            if (value == null || value.isBlank()) {
                return null;
            }
            text.append(template, end, columns.start()).append(value.strip());
            end = columns.end();
        }
        text.append(template, end, template.length());
        return text.isEmpty() ? null : text.toString();
    }

    private static ArrayNode split(String from, String by) {
        var parts = JsonNodeFactory.instance.arrayNode();
        for (var part : from.split(Pattern.quote(by), -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    /** A text that is no such time goes on as it is, and is refused by name like any other. */
    private static String time(String from, JsonNode rule) {
        try {
            var form = DateTimeFormatter.ofPattern(rule.path("time").asText(), Locale.ROOT);
            var zone = ZoneId.of(rule.path("zone").asText("UTC"));
            var read = form.parseBest(from, Instant::from, LocalDateTime::from, LocalDate::from);
            return switch (read) {
                case Instant instant -> instant.toString();
                case LocalDateTime local -> local.atZone(zone).toInstant().toString();
                case LocalDate day -> day.atStartOfDay(zone).toInstant().toString();
                default -> from;
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            return from;
        }
    }

    /** The columns it speaks of, to be compared with a file's first line. */
    List<String> columns() {
        return fields.values().stream()
                .map(rule -> rule.isObject() ? rule.path("from") : rule)
                .flatMap(rule -> rule.isArray() ? rule.valueStream() : Stream.of(rule))
                .flatMap(template -> COLUMN.matcher(template.asText()).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
