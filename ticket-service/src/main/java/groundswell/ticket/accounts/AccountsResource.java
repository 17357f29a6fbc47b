package groundswell.ticket.accounts;

import groundswell.ticket.accounts.AccountEvent.AccountDescribed;
import groundswell.ticket.http.Caller;
import groundswell.ticket.http.Line;
import groundswell.ticket.http.Moment;
import groundswell.ticket.http.Problem;
import groundswell.ticket.http.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/accounts/{id}}: what your customer system knows of an account. */
@Path("/api/accounts/{accountId}")
@Tag(name = "Accounts")
public class AccountsResource {
    /** All of it: what is left out is not known any more. */
    @Schema(name = "NewAccount")
    public record NewAccount(
            @Nullable @Size(min = 1, max = 64) @Line String plan,

            @Nullable @Size(min = 1, max = 64) @Line @Schema(description = "Band, such as 51-200")
            String size,

            @Nullable @Size(min = 1, max = 64) @Line String industry,
            @Nullable Boolean bigCustomer,

            @Nullable @Moment @Schema(description = "When it stopped being a customer")
            Instant churnedAt,

            @Nullable @Min(0) @Max(10) @Schema(description = "What it last answered to “would you recommend us?”")
            Integer nps,

            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 64) @Line String> cohorts) {}

    /** @param updatedAt when it was last described otherwise */
    @Schema(name = "Account")
    public record Account(
            String accountId,
            @Nullable String plan,
            @Nullable String size,
            @Nullable String industry,
            boolean bigCustomer,
            @Nullable Instant churnedAt,
            @Nullable Integer nps,
            List<String> cohorts,
            Instant updatedAt) {
        static Account of(AccountDescribed a) {
            return new Account(
                    a.accountId(),
                    a.plan(),
                    a.size(),
                    a.industry(),
                    a.bigCustomer(),
                    a.churnedAt(),
                    a.nps(),
                    a.cohorts(),
                    a.at());
        }
    }

    private final AccountJournal accounts;
    private final Caller caller;
    private final Clock clock;

    AccountsResource(AccountJournal accounts, Caller caller, Clock clock) {
        this.accounts = accounts;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @RunOnVirtualThread
    @RolesAllowed({"integrator", "admin"})
    @Operation(
            summary = "Describe an account",
            description =
                    "Takes the place of all that was said of it before; the same again changes nothing. The id is the one"
                            + " that tickets carry as requester.accountId, and is seen by every service: let it be no name.")
    @APIResponse(responseCode = "200", description = "The account as it is known now")
    public Account describe(
            @PathParam("accountId") @Size(min = 1, max = 120) @Line String accountId, @NotNull @Valid NewAccount body) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (body.churnedAt() != null && body.churnedAt().isAfter(now)) {
            throw Refused.field("churnedAt", "must not be in the future");
        }
        var said = new AccountDescribed(
                accountId,
                body.plan(),
                body.size(),
                body.industry(),
                Boolean.TRUE.equals(body.bigCustomer()),
                body.churnedAt() == null ? null : body.churnedAt().truncatedTo(ChronoUnit.MICROS),
                body.nps(),
                body.cohorts() == null
                        ? List.of()
                        : body.cohorts().stream().distinct().sorted().toList(),
                now);
        return Account.of(accounts.describe(said, caller.cause()));
    }

    @GET
    @RunOnVirtualThread
    @RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin", "integrator"})
    @Operation(summary = "What is known of an account")
    @APIResponse(responseCode = "404", description = "Nothing is")
    public Account account(@PathParam("accountId") @Size(min = 1, max = 120) @Line String accountId) {
        return accounts.account(accountId)
                .map(Account::of)
                .orElseThrow(() -> new Refused(
                        Problem.of(404, "no-such-account", "Nothing is known of this account", "Describe it by PUT.")));
    }
}
