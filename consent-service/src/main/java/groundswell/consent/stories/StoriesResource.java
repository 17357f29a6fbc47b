package groundswell.consent.stories;

import static groundswell.consent.http.Roles.*;

import com.fasterxml.jackson.annotation.JsonInclude;
import groundswell.consent.RecallReason;
import groundswell.consent.Scope;
import groundswell.consent.StoryStatus;
import groundswell.consent.http.Refusal;
import groundswell.consent.http.Words;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Stories that are safe to tell, and the way there: draft, a person's check, release, use, recall. */
@Path("/api/stories")
@Tag(name = "Stories")
public class StoriesResource {
    public record Wish(@NotNull UUID ticketId) {}

    /** The words as they shall be told: usually the redacted draft, shortened and smoothed. */
    public record Checked(
            @NotBlank @Size(max = 4000) String problem,
            @Nullable @Size(max = 4000) String response,
            @NotBlank @Size(max = 1000) String voice) {}

    /** @param place outlet, page or address: what has to be visited if the customer withdraws */
    public record Use(
            @NotNull Scope scope, @NotBlank @Size(max = 300) String place) {}

    /** @param uses where it was told and must be taken back */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Recalled(
            UUID id,
            UUID ticketId,
            @Nullable String theme,
            @Nullable RecallReason reason,
            Instant at,
            List<String> uses) {}

    public record Recalls(List<Recalled> items) {}

    private final Stories stories;
    private final UsableStories usable;
    private final StoryTable table;
    private final Clock clock;

    StoriesResource(Stories stories, UsableStories usable, StoryTable table, Clock clock) {
        this.stories = stories;
        this.usable = usable;
        this.table = table;
        this.clock = clock;
    }

    @GET
    @RunOnVirtualThread
    @RolesAllowed({AGENT, LEAD, OPS, PRODUCT, PR, LEGAL, ADMIN})
    @Operation(
            summary = "Stories that may be told now",
            description = "Each answer is computed from the consents as they are at this moment: a withdrawal counts"
                    + " from the next request on. scope is the use in mind; what does not allow it is not found.")
    public UsableStories.Page find(
            @QueryParam("theme") @Size(max = 100) @Nullable String theme,
            @QueryParam("industry") @Size(max = 100) @Nullable String industry,
            @QueryParam("scope") @Nullable String scope,
            @QueryParam("since") @Nullable String since,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var filter = new StoryFilter(
                Words.plain("theme", theme),
                Words.plain("industry", industry),
                Words.read(Scope.class, "scope", scope),
                day(since));
        return usable.find(filter, after, limit, clock.instant());
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed({PR, LEAD})
    @Operation(summary = "Draft a story from a consented ticket, redacted; a person has to check it")
    @APIResponse(responseCode = "409", description = "No valid consent of this ticket's own customer")
    public Response draft(@NotNull @Valid Wish wish) {
        var id = stories.draft(wish.ticketId());
        return Response.created(URI.create("/api/stories/" + id))
                .entity(Map.of("id", id, "status", StoryStatus.DRAFTED))
                .build();
    }

    @GET
    @Path("/recalls")
    @RunOnVirtualThread
    @RolesAllowed({PR, LEGAL})
    @Operation(summary = "Stories that must no longer be told, with the places where they were")
    public Recalls recalls() {
        return new Recalls(table.inStatus(List.of(StoryStatus.RECALLED), 200).stream()
                .map(found -> new Recalled(
                        found.story().storyId(),
                        found.story().ticketId(),
                        found.story().theme(),
                        found.story().recalled(),
                        found.story().changedAt(),
                        found.story().uses()))
                .toList());
    }

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    @RolesAllowed({PR, LEGAL})
    @Operation(summary = "For the reviewer: original and redacted side by side, and what was removed")
    public Review review(UUID id) {
        return stories.review(id);
    }

    @PUT
    @Path("/{id}/check")
    @RunOnVirtualThread
    @RolesAllowed({PR, LEGAL})
    @Operation(summary = "A person approves exactly these words")
    @APIResponse(responseCode = "422", description = "The text still points to the customer")
    public Review check(UUID id, @NotNull @Valid Checked checked) {
        stories.check(id, new StoryText(checked.problem(), blank(checked.response()), checked.voice()));
        return stories.review(id);
    }

    @POST
    @Path("/{id}/release")
    @RunOnVirtualThread
    @RolesAllowed({PR, LEGAL})
    @Operation(summary = "Release a checked story")
    public Review release(UUID id) {
        stories.release(id);
        return stories.review(id);
    }

    @POST
    @Path("/{id}/uses")
    @RunOnVirtualThread
    @RolesAllowed(PR)
    @Operation(summary = "Note where it is told; refused unless the consent allows it at this moment")
    public Review use(UUID id, @NotNull @Valid Use use) {
        stories.use(id, use.scope(), Objects.requireNonNull(Words.plain("place", use.place())));
        return stories.review(id);
    }

    @POST
    @Path("/{id}/recall")
    @RunOnVirtualThread
    @RolesAllowed({PR, LEGAL})
    @Operation(summary = "Recall a story by hand; final")
    public Review recall(UUID id) {
        stories.recall(id);
        return stories.review(id);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Instant day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.length() <= 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("since", "must be a day such as 2026-03-01 or a time with its zone");
        }
    }
}
