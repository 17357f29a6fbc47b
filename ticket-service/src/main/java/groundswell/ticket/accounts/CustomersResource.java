package groundswell.ticket.accounts;

import groundswell.ticket.accounts.AccountEvent.CustomersCounted;
import groundswell.ticket.http.Caller;
import groundswell.ticket.http.Problem;
import groundswell.ticket.http.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/customers/{day}}: how many active customers there were, so that nobody has to guess a share of them. */
@Path("/api/customers/{day}")
@Tag(name = "Accounts")
public class CustomersResource {
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    @Schema(name = "NewCustomers")
    public record NewCustomers(
            @NotNull @Min(0) @Max(1_000_000_000_000L) Long active) {}

    @Schema(name = "Customers")
    public record Customers(LocalDate day, long active) {}

    private final AccountJournal accounts;
    private final Caller caller;
    private final Clock clock;

    CustomersResource(AccountJournal accounts, Caller caller, Clock clock) {
        this.accounts = accounts;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @RunOnVirtualThread
    @RolesAllowed({"integrator", "admin"})
    @Operation(
            summary = "Say how many active customers there were on a day",
            description =
                    "Accounts, where your customers are companies; people, where they are people. A later count of the"
                            + " same day takes its place.")
    @APIResponse(responseCode = "200", description = "The count as it is known now")
    public Customers count(
            @Parameter(description = "ISO date, such as 2026-03-04") @PathParam("day") String day,
            @NotNull @Valid NewCustomers body) {
        var counted = accounts.count(
                new CustomersCounted(day(day), body.active(), clock.instant().truncatedTo(ChronoUnit.MICROS)),
                caller.cause());
        return new Customers(counted.day(), counted.active());
    }

    @GET
    @RunOnVirtualThread
    @RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin", "integrator"})
    @Operation(summary = "How many active customers there were on a day")
    @APIResponse(responseCode = "404", description = "Nobody has said so")
    public Customers customers(@PathParam("day") String day) {
        return accounts.customers(day(day))
                .map(counted -> new Customers(counted.day(), counted.active()))
                .orElseThrow(() -> new Refused(Problem.of(
                        404, "not-counted", "Nobody has said how many customers there were", "Say it by PUT.")));
    }

    /** Tomorrow is already today somewhere. */
    private LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (!day.isBefore(EARLIEST)
                    && !day.isAfter(
                            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1))) {
                return day;
            }
        } catch (DateTimeException _) {
            // answered below
        }
        throw Refused.field("day", "must be an ISO date such as 2026-03-04, and not in the future");
    }
}
