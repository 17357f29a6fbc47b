package groundswell.ticket;

import java.util.Locale;

/** Who of ours spoke in a chat. Its wire word is its lower-case name. */
public enum ChatSpeaker {
    AGENT,
    BOT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
