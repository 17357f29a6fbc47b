package groundswell.consent;

import static groundswell.consent.ConsentScenario.fold;
import static groundswell.consent.Facts.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.consent.ConsentEvent.ConsentGranted;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsentTest {
    @Test
    void only_a_granted_consent_allows_anything_and_only_for_its_own_ticket_and_person() {
        assertThat(fold(ASKED, GRANTED).allows(TICKET, ROSA, TUESDAY)).isEqualTo(BOTH);
        assertThat(fold(ASKED, GRANTED).allows(OTHER_TICKET, ROSA, TUESDAY)).isEmpty();
        assertThat(fold(ASKED, GRANTED).allows(TICKET, OTHER_CUSTOMER, TUESDAY)).isEmpty();
        assertThat(fold().allows(TICKET, ROSA, TUESDAY)).isEmpty();
        assertThat(fold(ASKED).allows(TICKET, ROSA, TUESDAY)).isEmpty();
        assertThat(fold(ASKED, GRANTED, WITHDRAWN).allows(TICKET, ROSA, WEDNESDAY))
                .isEmpty();
    }

    @Test
    void the_end_itself_is_over() {
        var end = oneYearFrom(TUESDAY);
        assertThat(fold(ASKED, GRANTED).allows(TICKET, ROSA, end.minusMillis(1)))
                .isEqualTo(BOTH);
        assertThat(fold(ASKED, GRANTED).allows(TICKET, ROSA, end)).isEmpty();
        assertThat(fold(ASKED, GRANTED).statusAt(end)).isEqualTo(ConsentStatus.EXPIRED);
    }

    @Test
    void a_permission_without_an_end_lasts_until_it_is_withdrawn() {
        var endless = new ConsentGranted(
                REQUEST, TICKET, ROSA, QUOTE, Credit.ANONYMOUS, NOTICE, "en", null, Channel.IMPORT, TUESDAY);
        assertThat(fold(ASKED, endless).allows(TICKET, ROSA, IN_A_YEAR)).isEqualTo(QUOTE);
    }

    @Test
    void months_are_calendar_months() {
        assertThat(Retention.SIX_MONTHS.after(Instant.parse("2026-08-31T10:00:00Z")))
                .isEqualTo(Instant.parse("2027-02-28T10:00:00Z"));
    }

    /** Whatever order the wishes come in, nothing is allowed after a withdrawal. */
    @Property(tries = 300)
    void nothing_is_allowed_after_a_withdrawal(@ForAll @Size(max = 12) List<Wish> wishes) {
        var rules = new ConsentDecider();
        var consent = rules.initial();
        var withdrawn = false;
        for (var wish : wishes) {
            try {
                for (var fact : rules.decide(consent, wish.command())) {
                    withdrawn |= fact instanceof ConsentEvent.ConsentWithdrawn;
                    consent = rules.evolve(consent, fact);
                }
            } catch (ConsentRefused _) {
                // a refused wish leaves everything as it was
            }
            if (withdrawn) {
                assertThat(consent.allows(TICKET, ROSA, WEDNESDAY)).isEmpty();
                assertThat(consent.stories()).allMatch(s -> s.status() == StoryStatus.RECALLED);
            }
        }
    }

    enum Wish {
        ASK(ask()),
        GRANT(grant(TUESDAY, Scope.CASE_STUDY)),
        DECLINE(decline(TUESDAY)),
        WITHDRAW(withdraw(TUESDAY)),
        EXPIRE(new ConsentCommand.ExpireConsent(ANSWER_BY)),
        IMPORT_YES(imported(ConsentStatus.GRANTED, Scope.CASE_STUDY)),
        IMPORT_NO(imported(ConsentStatus.WITHDRAWN)),
        DRAFT(draft(TICKET, ROSA, TUESDAY)),
        CHECK(check(TUESDAY)),
        RELEASE(release(TUESDAY));

        private final ConsentCommand command;

        Wish(ConsentCommand command) {
            this.command = command;
        }

        ConsentCommand command() {
            return command;
        }
    }
}
