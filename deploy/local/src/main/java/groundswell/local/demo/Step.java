package groundswell.local.demo;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a ticket after it was opened, as an import tells it.
 *
 * @param kind such as {@code reply}
 * @param more what belongs to the kind: body, agentId, team …
 */
record Step(String kind, Instant at, Map<String, Object> more) {}
