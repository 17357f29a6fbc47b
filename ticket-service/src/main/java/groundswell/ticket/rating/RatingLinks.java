package groundswell.ticket.rating;

import groundswell.journal.seal.Kek;
import groundswell.ticket.desk.KeyedHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Links that say themselves what they are about, and that nobody else can make: ticket, cycle and 128 bits of a keyed hash
 * of both. Nothing is stored, so a resolution has one link however often it is asked for; whether it still counts, the
 * ticket decides.
 */
@ApplicationScoped
public class RatingLinks {
    private static final int WHAT = Long.BYTES * 2 + Integer.BYTES;
    private static final int PROOF = 16;

    private final KeyedHash hash;

    RatingLinks(Kek kek) {
        this.hash = new KeyedHash(kek.derive("rating-link"));
    }

    /** The customer's page, from the root of the house. */
    public String pathTo(Rateable it) {
        return "/rate/" + token(it);
    }

    private String token(Rateable it) {
        var what = ByteBuffer.allocate(WHAT)
                .putLong(it.ticketId().getMostSignificantBits())
                .putLong(it.ticketId().getLeastSignificantBits())
                .putInt(it.cycle())
                .array();
        var token = ByteBuffer.allocate(WHAT + PROOF).put(what).put(proof(what));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** Empty for whatever was not made here. */
    Optional<Rateable> read(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != WHAT + PROOF) {
            return Optional.empty();
        }
        var what = Arrays.copyOf(bytes, WHAT);
        if (!MessageDigest.isEqual(proof(what), Arrays.copyOfRange(bytes, WHAT, bytes.length))) {
            return Optional.empty();
        }
        var read = ByteBuffer.wrap(what);
        return Optional.of(new Rateable(new UUID(read.getLong(), read.getLong()), read.getInt()));
    }

    private byte[] proof(byte[] what) {
        return Arrays.copyOf(hash.of(what), PROOF);
    }
}
