package groundswell.journal;

/**
 * An idempotency key: the same key and fingerprint have one effect and always the same answer.
 *
 * @param client who asks; keys of different clients never meet
 * @param key what the client sent as {@code Idempotency-Key}
 * @param fingerprint hash of the asked-for change; the same key with another one is refused
 * @param status what the answer's code will be, kept to render it again
 */
public record Request(String client, String key, String fingerprint, int status) {}
