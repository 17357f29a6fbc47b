package groundswell.insights.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.JsonEvents;

/** What a report keeps as JSON. */
final class ReportJson {
    private static final ObjectMapper JSON = JsonEvents.mapper();

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report could not be written as JSON", e);
        }
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report that is kept could not be read", e);
        }
    }

    private ReportJson() {}
}
