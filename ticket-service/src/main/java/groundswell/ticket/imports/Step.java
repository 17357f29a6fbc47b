package groundswell.ticket.imports;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import groundswell.ticket.ClosedHow;
import groundswell.ticket.EscalationReason;
import groundswell.ticket.Priority;
import groundswell.ticket.ResolutionCode;
import groundswell.ticket.http.Code;
import groundswell.ticket.http.Line;
import groundswell.ticket.http.Moment;
import groundswell.ticket.http.Prose;
import groundswell.ticket.http.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to an imported ticket elsewhere, after it was opened. {@code do} says what. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @Type(value = Step.Assign.class, name = "assign"),
    @Type(value = Step.Start.class, name = "start"),
    @Type(value = Step.Pause.class, name = "pause"),
    @Type(value = Step.Resume.class, name = "resume"),
    @Type(value = Step.Reply.class, name = "reply"),
    @Type(value = Step.CustomerReply.class, name = "customer-reply"),
    @Type(value = Step.Note.class, name = "note"),
    @Type(value = Step.Escalate.class, name = "escalate"),
    @Type(value = Step.Resolve.class, name = "resolve"),
    @Type(value = Step.Rate.class, name = "rate"),
    @Type(value = Step.Close.class, name = "close"),
    @Type(value = Step.Prioritise.class, name = "prioritise"),
    @Type(value = Step.Tagging.class, name = "tag"),
    @Type(value = Step.Categorise.class, name = "categorise")
})
public sealed interface Step {
    Instant at();

    record Assign(
            @NotNull @Moment Instant at,
            @Nullable @Code String team,
            @Nullable UUID agentId) implements Step {}

    record Start(@NotNull @Moment Instant at, @Nullable UUID agentId) implements Step {}

    record Pause(@NotNull @Moment Instant at) implements Step {}

    record Resume(@NotNull @Moment Instant at) implements Step {}

    /** @param thenPause the ticket waits for the customer from this reply on */
    record Reply(
            @NotNull @Moment Instant at,
            @NotNull UUID agentId,
            @NotBlank @Size(max = 100_000) @Prose String body,
            boolean thenPause)
            implements Step {}

    record CustomerReply(
            @NotNull @Moment Instant at,
            @NotBlank @Size(max = 100_000) @Prose String body) implements Step {}

    record Note(
            @NotNull @Moment Instant at,
            @NotNull UUID agentId,
            @NotBlank @Size(max = 100_000) @Prose String body) implements Step {}

    record Escalate(
            @NotNull @Moment Instant at,
            @NotNull UUID agentId,
            @NotNull EscalationReason reason) implements Step {}

    record Resolve(
            @NotNull @Moment Instant at,
            @NotNull UUID agentId,
            @NotNull ResolutionCode code,
            @Nullable @Size(min = 1, max = 120) @Line String productArea,
            @Nullable @Size(min = 1, max = 120) @Line String issueType)
            implements Step {}

    /** The customer rated the resolution before it. */
    record Rate(
            @NotNull @Moment Instant at,
            @Min(1) @Max(5) int score,
            @Nullable @Size(min = 1, max = 4_000) @Prose String comment)
            implements Step {}

    record Close(@NotNull @Moment Instant at, @NotNull ClosedHow how) implements Step {}

    record Prioritise(@NotNull @Moment Instant at, @NotNull Priority priority) implements Step {}

    record Tagging(
            @NotNull @Moment Instant at,
            @Nullable @Size(max = 50) List<@Tag String> add,
            @Nullable @Size(max = 50) List<@Tag String> remove)
            implements Step {}

    record Categorise(
            @NotNull @Moment Instant at,
            @NotBlank @Size(max = 120) @Line String productArea,
            @NotBlank @Size(max = 120) @Line String issueType)
            implements Step {}
}
