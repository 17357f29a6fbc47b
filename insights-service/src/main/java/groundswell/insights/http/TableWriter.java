package groundswell.insights.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every table of the API in the format of who asks: {@code Accept: text/csv} or {@code application/x-ndjson}. Where a page
 * has a next one, its address is a {@code Link}.
 */
@Provider
@Produces({Table.NDJSON, Csv.TYPE})
public class TableWriter implements MessageBodyWriter<Object> {
    private final ObjectMapper json;
    private final UriInfo uri;

    TableWriter(ObjectMapper json, UriInfo uri) {
        this.json = json;
        this.uri = uri;
    }

    /** A text is one already. */
    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return !CharSequence.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Object answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream to)
            throws IOException {
        var tree = json.valueToTree(answer);
        if (tree.path("next").isTextual()) {
            headers.putSingle(
                    HttpHeaders.LINK,
                    "<%s>; rel=\"next\"".formatted(next(tree.path("next").asText())));
        }
        headers.putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        var table = Table.of(tree);
        var text = mediaType.getSubtype().equals("csv") ? table.csv() : table.ndjson();
        to.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String next(String after) {
        var asked = uri.getRequestUri();
        var kept = asked.getRawQuery() == null
                ? Stream.<String>of()
                : Arrays.stream(asked.getRawQuery().split("&"));
        return asked.getRawPath() + "?"
                + Stream.concat(
                                kept.filter(part -> !part.startsWith("after=")),
                                Stream.of("after=" + URLEncoder.encode(after, StandardCharsets.UTF_8)))
                        .collect(Collectors.joining("&"));
    }
}
