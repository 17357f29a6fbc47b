package groundswell.ticket.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A keyed hash of an e-mail address, in the form of a UUID (version 8: own making). Without the key it says nothing. */
final class EmailHash {
    private final KeyedHash hash;

    EmailHash(byte[] key) {
        this.hash = new KeyedHash(key);
    }

    /** @param generation how many people of this address were erased before */
    UUID of(String email, int generation) {
        var bits = ByteBuffer.wrap(hash.of((generation + "\n" + email).getBytes(StandardCharsets.UTF_8)));
        long high = (bits.getLong() & ~0xf000L) | 0x8000L;
        long low = (bits.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }
}
