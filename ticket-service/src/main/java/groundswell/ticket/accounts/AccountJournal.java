package groundswell.ticket.accounts;

import groundswell.journal.Cause;
import groundswell.journal.Decider;
import groundswell.journal.Journal;
import groundswell.journal.JournalDefinition;
import groundswell.journal.JsonEvents;
import groundswell.journal.Submission;
import groundswell.journal.quarkus.Journals;
import groundswell.ticket.accounts.AccountEvent.AccountDescribed;
import groundswell.ticket.accounts.AccountEvent.CustomersCounted;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Accounts and daily totals: in the tickets' log and topic, by rules of their own. */
@Singleton
public class AccountJournal {
    static final JsonEvents<AccountEvent> FORMAT =
            JsonEvents.of("groundswell.ticket", "", AccountEvent.class, AccountEvent::at);

    private final Journal<AccountEvent, Described, AccountEvent> journal;

    AccountJournal(Journals journals) {
        journal = journals.open(
                new JournalDefinition<>(journals.slots(), new Rules(), FORMAT, Described.class, List.of()));
    }

    AccountDescribed describe(AccountDescribed account, Cause cause) {
        journal.handle(Submission.of(stream(account.accountId()), account, cause));
        return account(account.accountId()).orElseThrow();
    }

    Optional<AccountDescribed> account(String id) {
        return journal.head(stream(id)).map(head -> head.state().account());
    }

    CustomersCounted count(CustomersCounted counted, Cause cause) {
        journal.handle(Submission.of(stream(counted.day()), counted, cause));
        return customers(counted.day()).orElseThrow();
    }

    Optional<CustomersCounted> customers(LocalDate day) {
        return journal.head(stream(day)).map(head -> head.state().customers());
    }

    private static String stream(String account) {
        return "account:" + account;
    }

    private static String stream(LocalDate day) {
        return "customers:" + day;
    }

    /** What is said again is no news. */
    static final class Rules implements Decider<AccountEvent, Described, AccountEvent> {
        @Override
        public Described initial() {
            return Described.NOTHING_YET;
        }

        @Override
        public List<AccountEvent> decide(Described known, AccountEvent said) {
            return switch (said) {
                case AccountDescribed a -> a.saysThatOf(known.account()) ? List.of() : List.of(a);
                case CustomersCounted c ->
                    known.customers() != null && known.customers().active() == c.active() ? List.of() : List.of(c);
            };
        }

        @Override
        public Described evolve(Described known, AccountEvent event) {
            return switch (event) {
                case AccountDescribed a -> new Described(a, null);
                case CustomersCounted c -> new Described(null, c);
            };
        }
    }
}
