package groundswell.insights.reports;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Prints a report in its three formats. */
@Singleton
public class Printer {
    /** One report's documents. */
    record Printed(byte[] html, byte[] markdown, byte[] pdf) {}

    @CheckedTemplate(basePath = "reports")
    static class Templates {
        static native TemplateInstance document(Document d);

        static native TemplateInstance markdown(Document d);
    }

    Printed print(Document document) {
        var html = readable(Templates.document(document).render());
        return new Printed(
                html.getBytes(StandardCharsets.UTF_8),
                Templates.markdown(document).render().getBytes(StandardCharsets.UTF_8),
                pdf(html));
    }

    /** What a text may hold, and XML may not, would make the whole document unreadable. */
    private static String readable(String html) {
        return html.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c >= ' ')
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .filter(c -> c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] pdf(String html) {
        try (var out = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder();
            font(builder, "LiberationSans-Regular", "Liberation Sans", 400, FontStyle.NORMAL);
            font(builder, "LiberationSans-Bold", "Liberation Sans", 700, FontStyle.NORMAL);
            font(builder, "LiberationSerif-Regular", "Liberation Serif", 400, FontStyle.NORMAL);
            font(builder, "LiberationSerif-Italic", "Liberation Serif", 400, FontStyle.ITALIC);
            builder.useExternalResourceAccessControl(
                    (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withHtmlContent(html, null).toStream(out).run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The PDF could not be written", e);
        }
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        builder.useFont(() -> open("/liberation/" + file + ".ttf"), family, weight, style, true);
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(Printer.class.getResourceAsStream(resource), resource);
    }
}
