package groundswell.ticket.accounts;

import groundswell.ticket.accounts.AccountEvent.AccountDescribed;
import groundswell.ticket.accounts.AccountEvent.CustomersCounted;
import org.jspecify.annotations.Nullable;

/** What is remembered of such a stream: the last that was said in it. */
public record Described(
        @Nullable AccountDescribed account, @Nullable CustomersCounted customers) {
    static final Described NOTHING_YET = new Described(null, null);
}
