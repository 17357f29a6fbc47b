package groundswell.ticket.imports;

import groundswell.ticket.desk.NewTicket;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import: a ticket as it is posted, with what else is known about it.
 *
 * @param number the number it had, below our own
 * @param steps what happened to it since, oldest first
 */
record ImportRow(
        @NotNull @Valid NewTicket ticket,
        @Nullable @Min(1) @Max(100_000) Long number,
        @NotNull @Size(max = 1000) List<@NotNull @Valid Step> steps) {}
