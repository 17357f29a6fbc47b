package groundswell.journal.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals a document that holds words of several people: it opens for as long as none of them has been erased, and never
 * after, not from a backup either. The key is the exclusive or of as many random shares as there are people, each sealed
 * under one of theirs, and one more.
 */
public final class JointKey {
    /**
     * As it is kept beside the documents.
     *
     * @param rest the share that is nobody's, in base64: alone it is noise, unless there is nobody
     * @param sealed one for each of the people
     */
    public record Shares(String rest, List<Sealed> sealed) {}

    private final byte[] key;
    private final Shares shares;

    private JointKey(byte[] key, Shares shares) {
        this.key = key;
        this.shares = shares;
    }

    /**
     * @param place where the shares are kept
     * @throws KeyNotYetKnown when a person has no key here yet
     * @throws SubjectErased when one of them has been erased
     */
    public static JointKey make(Seals seals, Collection<UUID> people, Place place) {
        var key = Aes.newKey();
        var rest = key.clone();
        var sealed = new ArrayList<Sealed>();
        for (var person : people) {
            var share = Aes.newKey();
            xor(rest, share);
            sealed.add(seals.seal(person, place, text(share)));
        }
        return new JointKey(key, new Shares(text(rest), List.copyOf(sealed)));
    }

    /**
     * Empty when one of the people has been erased.
     *
     * @throws KeyNotYetKnown when neither key nor erasure of one of them has arrived: wait
     * @throws SealBroken when a share was moved or changed
     */
    public static Optional<JointKey> open(Seals seals, Shares shares, Place place) {
        var key = bytes(shares.rest());
        for (var sealed : shares.sealed()) {
            var share = seals.open(sealed, place);
            if (share.isEmpty()) {
                return Optional.empty();
            }
            xor(key, bytes(share.get()));
        }
        return Optional.of(new JointKey(key, shares));
    }

    public Shares shares() {
        return shares;
    }

    /** @param name what it is: a box opens under the name it was sealed with only */
    public byte[] seal(byte[] document, String name) {
        return Aes.seal(key, document, name.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws SealBroken when it was changed, or is another document */
    public byte[] open(byte[] box, String name) {
        return Aes.open(key, box, name.getBytes(StandardCharsets.UTF_8));
    }

    private static void xor(byte[] key, byte[] share) {
        for (int i = 0; i < key.length; i++) {
            key[i] ^= share[i];
        }
    }

    private static String text(byte[] share) {
        return Base64.getEncoder().encodeToString(share);
    }

    private static byte[] bytes(String share) {
        return Base64.getDecoder().decode(share);
    }
}
