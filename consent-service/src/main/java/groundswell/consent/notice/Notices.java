package groundswell.consent.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.consent.Credit;
import groundswell.consent.Retention;
import groundswell.consent.Scope;
import groundswell.journal.JsonEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds a notice by version and language; English where a language is missing. */
@ApplicationScoped
public class Notices {
    /** In the order in which they are offered. */
    public static final List<String> LANGUAGES = List.of("en", "de");

    private static final ObjectMapper JSON = JsonEvents.mapper();

    private final Map<String, Notice> read = new ConcurrentHashMap<>();

    /** {@code version} that is not ours (an imported one) is shown with the words of {@code fallback}. */
    public Notice find(String version, String fallback, String language) {
        var known = exists(version) ? version : fallback;
        return read.computeIfAbsent(known + "/" + pick(language), Notices::load);
    }

    /** The best of our languages for what a browser or an agent asks: {@code de-AT} is {@code de}. */
    public static String pick(@Nullable String asked) {
        if (asked == null || asked.length() < 2) {
            return LANGUAGES.getFirst();
        }
        var primary = asked.substring(0, 2).toLowerCase(java.util.Locale.ROOT);
        return LANGUAGES.contains(primary) ? primary : LANGUAGES.getFirst();
    }

    private static boolean exists(String version) {
        return version.matches("[0-9a-z.-]{1,40}") && Notices.class.getResource(path(version + "/en")) != null;
    }

    private static String path(String name) {
        return "/notices/" + name + ".json";
    }

    private static Notice load(String name) {
        try (var in = Notices.class.getResourceAsStream(path(name))) {
            if (in == null) {
                throw new IllegalStateException("No notice " + name);
            }
            var bytes = in.readAllBytes();
            var text = JSON.readValue(bytes, Text.class);
            return new Notice(
                    text.version(),
                    text.language(),
                    text.languageName(),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
                    text.title(),
                    text.lead(),
                    text.points(),
                    text.scopes(),
                    text.retentions(),
                    text.credits(),
                    text.say());
        } catch (IOException e) {
            throw new UncheckedIOException("Notice " + name + " cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    record Text(
            String version,
            String language,
            String languageName,
            String title,
            String lead,
            List<String> points,
            Map<Scope, Notice.Choice> scopes,
            Map<Retention, String> retentions,
            Map<Credit, Notice.Choice> credits,
            Map<String, String> say) {}
}
