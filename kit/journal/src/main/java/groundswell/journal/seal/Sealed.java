package groundswell.journal.seal;

import java.util.UUID;

/**
 * What a person wrote, or what identifies one, encrypted under that person's own key (AES-256-GCM). It opens only at
 * the {@link Place} it was sealed for; once the key is destroyed it never opens again.
 *
 * @param subject whose key
 * @param box Base64 of a 12-byte nonce and the ciphertext with its tag
 */
public record Sealed(UUID subject, String box) {}
