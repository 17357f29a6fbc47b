package groundswell.ticket.desk;

import groundswell.ticket.Channel;
import groundswell.ticket.Priority;
import groundswell.ticket.http.Line;
import groundswell.ticket.http.Moment;
import groundswell.ticket.http.Prose;
import groundswell.ticket.http.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ticket as it is posted. */
@Schema(description = "A ticket as it is posted")
public record NewTicket(
        @NotBlank @Size(max = 300) @Line String subject,
        @NotBlank @Size(max = 65_536) @Prose String description,
        @NotNull Channel channel,

        @Nullable @Schema(description = "P3 where it is not said")
        Priority priority,

        @NotNull @Valid NewRequester requester,
        @Nullable @Size(max = 50) List<@Tag String> tags,
        @Nullable @Size(min = 1, max = 120) @Line String productArea,
        @Nullable @Size(min = 1, max = 120) @Line String issueType,

        @Nullable @Size(max = 50)
        Map<@NotBlank @Size(max = 64) @Line String, @Size(max = 2000) @Prose String> customFields,

        @Nullable
        @Size(min = 1, max = 64)
        @Line
        @Schema(description = "The system it comes from, together with externalId")
        String source,

        @Nullable
        @Size(min = 1, max = 200)
        @Line
        @Schema(description = "Its id there: a second post of the same pair answers with the ticket that exists")
        String externalId,

        @Nullable @Schema(description = "When the customer wrote it, where that was earlier") @Moment
        Instant occurredAt,

        @Nullable
        @Schema(
                description =
                        "true: written by a machine, such as an out-of-office answer or an alert; it is routed and"
                                + " answered like any other, and does not count in what customers run into")
        Boolean automatic) {
    /** Who asks. The e-mail address recognises the person; name, address and company rest only encrypted. */
    public record NewRequester(
            @NotBlank @Size(max = 200) @Line String name,
            @NotBlank @Size(max = 254) @Email @Line String email,
            @Nullable @Size(min = 1, max = 120) @Line String accountId,
            @Nullable @Size(max = 200) @Line String company,
            @Nullable @Size(min = 1, max = 64) @Line String plan,
            @Nullable @Size(min = 1, max = 64) @Line String size,
            @Nullable @Size(min = 1, max = 64) @Line String industry,
            @Nullable Boolean bigCustomer) {}
}
