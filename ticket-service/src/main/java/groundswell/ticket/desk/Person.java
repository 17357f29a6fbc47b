package groundswell.ticket.desk;

import org.jspecify.annotations.Nullable;

/** Who asks. At rest it is sealed whole, as JSON. */
public record Person(String name, String email, @Nullable String company) {}
