package groundswell.routing.team;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.JsonEvents;
import groundswell.routing.WeeklyShift;
import java.util.List;

/** Working hours as the table keeps them. */
final class Hours {
    private static final ObjectMapper JSON = JsonEvents.mapper();

    static String write(List<WeeklyShift> hours) {
        try {
            return JSON.writeValueAsString(hours);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static List<WeeklyShift> read(String hours) {
        try {
            return JSON.readValue(hours, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Hours() {}
}
