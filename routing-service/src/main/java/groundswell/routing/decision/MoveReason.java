package groundswell.routing.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an agent moves a ticket: codes, so that moves can be counted and nothing a customer wrote gets into a topic. */
public enum MoveReason {
    /** It came to the wrong team. */
    WRONG_TEAM,
    /** It waited in triage, and this is where it belongs. */
    TRIAGED,
    /** Another team has the skill or the rights it needs. */
    NEEDS_THEIR_SKILL,
    /** The first question is answered; the next one is another team's. */
    NEXT_QUESTION,
    /** The customer asked for it. */
    CUSTOMER_ASKED,
    OTHER;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
