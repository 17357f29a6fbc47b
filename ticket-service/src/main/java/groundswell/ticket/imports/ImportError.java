package groundswell.ticket.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param row counted from 1, the header not included */
@Schema(name = "ImportError", description = "Why a row was refused")
public record ImportError(long row, @Nullable String field, String message) {}
