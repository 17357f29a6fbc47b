package groundswell.consent;

/** A named no. Its code is the last part of the problem's type; its sentence says what to do. */
public final class ConsentRefused extends RuntimeException {
    public enum Reason {
        NOT_ASKED(409, "Nobody has asked this customer yet."),
        ALREADY_ASKED(
                409, "The customer has been asked and has not answered: wait for the answer, or send the link again."),
        ALREADY_GRANTED(409, "The customer has agreed already: to change what is allowed, withdraw first."),
        ALREADY_DECLINED(409, "The customer has said no; asking again would be pestering."),
        ALREADY_WITHDRAWN(409, "The customer has withdrawn; that is final for this ticket."),
        CONSENT_EXPIRED(409, "The time for this has run out: ask again."),
        NOTHING_CHOSEN(422, "Choose at least one use, or decline."),
        SCOPE_NOT_ASKED(422, "Only uses that were asked for can be granted."),
        CREDIT_WITHOUT_NAMED_REFERENCE(422, "A name can only be used where a named reference is allowed."),
        NOT_COVERED(409, "No valid consent of this ticket's own customer covers this."),
        NO_SUCH_STORY(404, "There is no such story."),
        TOO_MANY_STORIES(409, "This consent has its share of stories: recall one first."),
        ALREADY_DRAFTED(409, "This story has been drafted already."),
        NOT_CHECKED(409, "A person has to check the text before it is released."),
        NOT_RELEASED(409, "The story has not been released."),
        ALREADY_RELEASED(409, "A released text is not edited: recall it and draft a new one."),
        RECALLED(409, "The story has been recalled and stays so.");

        private final int status;
        private final String advice;

        Reason(int status, String advice) {
            this.status = status;
            this.advice = advice;
        }

        public int status() {
            return status;
        }

        public String advice() {
            return advice;
        }
    }

    private final Reason reason;

    public ConsentRefused(Reason reason) {
        super(reason.advice(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
