package groundswell.journal;

/** A call was taken up and has no answer yet: it may be carried out or not, so it must not simply be sent again. */
public final class Unanswered extends RuntimeException {
    Unanswered() {
        super("This was taken up, and it is not known whether it was carried out: look before you send it again");
    }
}
