package groundswell.journal;

import java.util.HashMap;
import java.util.Map;

/** What the database holds, read under the locks of one append, and brought up to date as its commands are decided. */
final class Situation<S> {
    record Claim(String fingerprint, int status, String stream, long version) {}

    record ClaimKey(String client, String key) {}

    record Held(String stream, long version) {}

    final Map<String, Head<S>> heads = new HashMap<>();
    final Map<Integer, Long> positions = new HashMap<>();
    final Map<ClaimKey, Claim> requests = new HashMap<>();
    final Map<NaturalKey, Held> naturalKeys = new HashMap<>();
}
