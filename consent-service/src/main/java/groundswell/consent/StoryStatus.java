package groundswell.consent;

import java.util.Locale;

/** The way of a story: nothing is released that no human has checked, and a recalled one never comes back. */
public enum StoryStatus {
    DRAFTED,
    CHECKED,
    RELEASED,
    RECALLED;

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
