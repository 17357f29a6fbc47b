package groundswell.consent.stories;

import static groundswell.consent.http.Roles.*;

import groundswell.consent.http.Refusal;
import groundswell.language.redaction.Identity;
import groundswell.language.redaction.Redaction;
import groundswell.language.redaction.Span;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows what the redaction of stories does to texts of one's own, so that anyone can judge it. Nothing is kept or logged. */
@Path("/api/stories/redact")
@Tag(name = "Stories")
public class RedactResource {
    private static final int MOST_TEXTS = 500;

    /** Characters (UTF-16) of one text, and of all in one request: some seconds of one core at the very most. */
    private static final int LONGEST = 10_000;

    private static final int LONGEST_TOGETHER = 400_000;

    public record Asked(
            @NotNull
            @Size(max = MOST_TEXTS)
            @Schema(description = "Up to 500, each of at most 10,000 characters, together of at most 400,000")
            List<@Nullable String> texts) {}

    /**
     * @param start first place in the text as it was sent, counted in code points from 0
     * @param end place after the last one
     * @param type what it was taken for: person, company, email, phone, card …
     * @param layer what found it: form, cues, name_list, company_words, uncommon, unheard_of
     */
    public record Removed(int start, int end, String type, String layer) {}

    /** @param text what is left, with a word in brackets for each piece that was removed */
    public record Shown(String text, List<Removed> spans) {}

    /** In the order of the request. */
    public record Answer(List<Shown> items) {}

    @POST
    @RunOnVirtualThread
    @RolesAllowed({PR, LEGAL})
    @Operation(
            summary = "Redact texts of your own, to judge the redaction by; nothing is stored",
            description = "Nothing is known of who wrote them, so this finds less than a story's draft does, where the"
                    + " customer's own names are known. Places are counted in code points of the text as it was sent.")
    @APIResponse(responseCode = "200", description = "For each text what is left, and the places that were removed")
    @APIResponse(responseCode = "400", description = "More than 500 texts, or one that is missing or too long")
    @APIResponse(responseCode = "413", description = "More than 400,000 characters together")
    public Answer redact(@NotNull @Valid Asked asked) {
        return new Answer(
                checked(asked.texts()).stream().map(RedactResource::shown).toList());
    }

    /** The problem names the place of a text, and never repeats a word of it. */
    private static List<String> checked(List<@Nullable String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            if (text == null || text.length() > LONGEST) {
                throw Refusal.invalid("texts[" + i + "]", "must be a text of at most " + LONGEST + " characters");
            }
        }
        var present = texts.stream().map(String::valueOf).toList();
        if (present.stream().mapToInt(String::length).sum() > LONGEST_TOGETHER) {
            throw Refusal.of(
                    413,
                    "too-much-text",
                    "Send at most " + LONGEST_TOGETHER + " characters at once; split the texts over several requests.");
        }
        return present;
    }

    private static Shown shown(String text) {
        var redacted = Redaction.redact(text, Identity.unknown());
        return new Shown(
                redacted.text(),
                redacted.spans().stream().map(RedactResource::removed).toList());
    }

    private static Removed removed(Span span) {
        return new Removed(
                span.start(),
                span.end(),
                StoryWriter.kind(span.type()),
                span.layer().name().toLowerCase(Locale.ROOT));
    }
}
