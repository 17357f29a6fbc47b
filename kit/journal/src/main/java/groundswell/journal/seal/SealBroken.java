package groundswell.journal.seal;

/** A sealed value that does not open: another key, another place, or changed bytes. Says nothing of its content. */
public final class SealBroken extends RuntimeException {
    SealBroken() {
        super("A sealed value does not open at this place with this person's key");
    }
}
