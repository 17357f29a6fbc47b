package groundswell.journal.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** The key-encryption key of the installation, from its environment: it wraps every person's data key. */
public final class Kek {
    private final byte[] key;

    private Kek(byte[] key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException unless it is the Base64 of exactly 32 bytes */
    public static Kek ofBase64(String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            key = new byte[0];
        }
        if (key.length != 32) {
            throw new IllegalArgumentException("GROUNDSWELL_SEAL_KEK must be the Base64 of 32 random bytes");
        }
        return new Kek(key);
    }

    public byte[] wrap(UUID subject, byte[] dataKey) {
        return Aes.seal(key, dataKey, place(subject));
    }

    byte[] unwrap(UUID subject, byte[] wrapped) {
        return Aes.open(key, wrapped, place(subject));
    }

    /** A key for another purpose, such as looking people up by a keyed hash; knowing it does not reveal this one. */
    public byte[] derive(String purpose) {
        return Aes.hmac(key, purpose.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] place(UUID subject) {
        return ("subject-key\n" + subject).getBytes(StandardCharsets.UTF_8);
    }
}
