package groundswell.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Events as JSON, derived from a sealed interface of records: {@code TicketOpened} is published as
 * {@code groundswell.ticket.opened.v1}, a name without the prefix as its own kebab, such as {@code customer-replied.v1}.
 */
public final class JsonEvents<E> implements EventFormat<E> {
    private record Form(String type, ObjectWriter writer) {}

    private final Map<Class<?>, Form> forms = new HashMap<>();
    private final Map<String, ObjectReader> readers = new HashMap<>();
    private final Function<E, Instant> at;

    private JsonEvents(Function<E, Instant> at) {
        this.at = at;
    }

    /**
     * @param namespace first words of every type, such as {@code groundswell.ticket}
     * @param noun dropped where a record's name begins with it, such as {@code Ticket}
     */
    public static <E> JsonEvents<E> of(String namespace, String noun, Class<E> events, Function<E, Instant> at) {
        var format = new JsonEvents<>(at);
        format.add(namespace, noun, events);
        return format;
    }

    /** The mapper for events and snapshots: ISO times, enums as their {@code toString}, absent instead of null, unknown fields ignored. */
    public static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModules(new JavaTimeModule(), new Jdk8Module())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
                .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .build();
    }

    private void add(String namespace, String noun, Class<?> type) {
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) {
                add(namespace, noun, permitted);
            }
            return;
        }
        var mapper = mapper();
        var name = namespace + "." + kebab(type.getSimpleName(), noun) + ".v1";
        forms.put(type, new Form(name, mapper.writerFor(type)));
        readers.put(name, mapper.readerFor(type));
    }

    private static String kebab(String name, String noun) {
        var rest = name.startsWith(noun) && name.length() > noun.length() ? name.substring(noun.length()) : name;
        return rest.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    /** Every type this format writes. */
    public Set<String> types() {
        return Set.copyOf(readers.keySet());
    }

    /** Whether {@link #read} knows the type; a consumer skips what it does not know. */
    public boolean knows(String type) {
        return readers.containsKey(type);
    }

    @Override
    public String type(E event) {
        return form(event).type();
    }

    @Override
    public Instant at(E event) {
        return at.apply(event);
    }

    @Override
    public byte[] data(E event) {
        try {
            return form(event).writer().writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Event cannot be written: " + event.getClass().getSimpleName(), e);
        }
    }

    @Override
    public E read(String type, byte[] data) {
        var reader = readers.get(type);
        if (reader == null) {
            throw new IllegalArgumentException("No event of type " + type + " is known here");
        }
        try {
            return reader.readValue(data);
        } catch (IOException e) {
            throw new UncheckedIOException("Event of type " + type + " cannot be read", e);
        }
    }

    private Form form(E event) {
        var form = forms.get(event.getClass());
        if (form == null) {
            throw new IllegalArgumentException(event.getClass() + " is not one of this format's records");
        }
        return form;
    }
}
