package groundswell.ticket.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A keyed hash of an e-mail address, in the form of a UUID (version 8: own making). Without the key it says nothing. */
final class EmailHash {
    private final SecretKeySpec key;

    EmailHash(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** @param generation how many people of this address were erased before */
    UUID of(String email, int generation) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var bits = ByteBuffer.wrap(mac.doFinal((generation + "\n" + email).getBytes(StandardCharsets.UTF_8)));
            long high = (bits.getLong() & ~0xf000L) | 0x8000L;
            long low = (bits.getLong() & ~(0b11L << 62)) | (0b10L << 62);
            return new UUID(high, low);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }
}
