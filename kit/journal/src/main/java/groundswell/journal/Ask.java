package groundswell.journal;

import java.util.UUID;

/** A submission under way. Its events' ids follow from {@code id}, so a second try after an unknown commit finds its own. */
record Ask<C>(Submission<C> submission, UUID id) {
    static <C> Ask<C> of(Submission<C> submission) {
        return new Ask<>(submission, UUID.randomUUID());
    }

    UUID eventId(int index) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + index);
    }
}
