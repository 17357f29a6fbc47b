package groundswell.ticket.chat;

import groundswell.ticket.Channel;
import groundswell.ticket.Priority;
import groundswell.ticket.desk.NewTicket;
import groundswell.ticket.desk.NewTicket.NewRequester;
import groundswell.ticket.http.Line;
import groundswell.ticket.http.Moment;
import groundswell.ticket.http.Prose;
import groundswell.ticket.http.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A chat as it is handed over: who asked, and all that was said, in order. */
@Schema(description = "A chat as it is handed over")
public record NewChat(
        @Nullable
        @Size(min = 1, max = 300)
        @Line
        @Schema(description = "Where it is not said, the beginning of what the customer first wrote")
        String subject,

        @Nullable @Schema(description = "P3 where it is not said")
        Priority priority,

        @NotNull @Valid NewRequester requester,
        @Nullable @Size(max = 50) List<@Tag String> tags,
        @Nullable @Size(min = 1, max = 120) @Line String productArea,
        @Nullable @Size(min = 1, max = 120) @Line String issueType,

        @Nullable @Size(max = 50)
        Map<@NotBlank @Size(max = 64) @Line String, @Size(max = 2000) @Prose String> customFields,

        @Nullable @Size(min = 1, max = 64) @Line @Schema(description = "The chat system, together with externalId")
        String source,

        @Nullable
        @Size(min = 1, max = 200)
        @Line
        @Schema(
                description =
                        "The chat's id there: a second hand-over of the same pair answers with the ticket that exists")
        String externalId,

        @NotEmpty
        @Size(max = MOST_MESSAGES)
        @Schema(
                description = "In the order in which it was said; at least one message of the customer, and at most"
                        + " 250,000 characters altogether")
        List<@NotNull @Valid ChatMessage> transcript) {
    static final int MOST_MESSAGES = 500;
    static final int MOST_CHARACTERS = 250_000;

    /** Who said something in a chat. */
    public enum Author {
        CUSTOMER,
        AGENT,
        BOT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One thing that was said. */
    public record ChatMessage(
            @NotNull Author author,

            @Nullable @Schema(description = "Which agent; the chat system itself where it is not said")
            UUID agentId,

            @NotNull @Moment Instant at,
            @NotBlank @Size(max = 20_000) @Prose String text) {}

    /** The ticket it becomes: opened when the customer first wrote, by what they wrote. */
    NewTicket asTicket(ChatMessage first) {
        return new NewTicket(
                subject == null ? Subject.of(first.text()) : subject,
                first.text(),
                Channel.CHAT,
                priority,
                requester,
                tags,
                productArea,
                issueType,
                customFields,
                source,
                externalId,
                first.at(),
                null);
    }
}
