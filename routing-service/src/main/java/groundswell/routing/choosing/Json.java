package groundswell.routing.choosing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.JsonEvents;
import java.util.List;

/** Lists as JSON, for columns that hold several words. */
final class Json {
    private static final ObjectMapper MAPPER = JsonEvents.mapper();

    static String write(List<String> words) {
        try {
            return MAPPER.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Json() {}
}
