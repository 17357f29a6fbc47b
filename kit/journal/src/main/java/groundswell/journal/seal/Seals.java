package groundswell.journal.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Seals and opens what belongs to a person, under that person's key and bound to its place. */
public final class Seals {
    private final SubjectKeys keys;

    public Seals(SubjectKeys keys) {
        this.keys = keys;
    }

    /**
     * @throws KeyNotYetKnown when the person has no key here yet
     * @throws SubjectErased when the person has been erased: nothing of theirs may be written any more
     */
    public Sealed seal(UUID subject, Place place, String text) {
        var key = keys.find(subject).orElseThrow(() -> new SubjectErased(subject));
        var box = Aes.seal(key, bytes(text), bytes(place.asText()));
        return new Sealed(subject, Base64.getEncoder().encodeToString(box));
    }

    /**
     * The text, or empty when the person has been erased: go on without it.
     *
     * @throws KeyNotYetKnown when neither key nor erasure has arrived: wait
     * @throws SealBroken when it was moved or changed
     */
    public Optional<String> open(Sealed sealed, Place place) {
        return keys.find(sealed.subject())
                .map(key -> new String(
                        Aes.open(key, Base64.getDecoder().decode(sealed.box()), bytes(place.asText())),
                        StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
