package groundswell.ui;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** What templates ask the kit: {@code {ui:asset('kit.css')}} → {@code /ui/kit.css?v=ab12cd34}, so browsers may keep it for a year. */
@TemplateExtension(namespace = "ui")
public final class Ui {
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static String asset(String name) {
        return ADDRESSES.computeIfAbsent(name, Ui::hashed);
    }

    /** What stands in the page until the browser shows the reader's own zone. */
    static String utc(Instant at) {
        return UTC.format(at);
    }

    /** A text as a part of an address: {@code /tickets?tag={ui:query(tag)}}. */
    public static String query(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Codes as people read them: {@code in_progress} → {@code In progress}. */
    public static String words(Object code) {
        var plain = code.toString().replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return plain.isEmpty() ? plain : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }

    /** At most two letters for a portrait: {@code Dana Reyes} → {@code DR}. */
    public static String initials(String name) {
        var parts = name.strip().split("[\\s._-]+");
        var first = parts[0].isEmpty() ? "?" : parts[0].substring(0, parts[0].offsetByCodePoints(0, 1));
        var last = parts[parts.length - 1];
        return (parts.length < 2 || last.isEmpty() ? first : first + last.substring(0, last.offsetByCodePoints(0, 1)))
                .toUpperCase(Locale.ROOT);
    }

    private static String hashed(String name) {
        try (var in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources/ui/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("The kit has no asset " + name);
            }
            var crc = new CRC32();
            crc.update(in.readAllBytes());
            return "/ui/" + name + "?v=" + HexFormat.of().toHexDigits(crc.getValue(), 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ui() {}
}
