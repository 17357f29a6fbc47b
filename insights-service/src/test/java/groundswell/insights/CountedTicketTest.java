package groundswell.insights;

import static groundswell.insights.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.NameFact.TaxonomyPublished;
import groundswell.insights.TicketFact.Assigned;
import groundswell.insights.TicketFact.Classified;
import groundswell.insights.TicketFact.Closed;
import groundswell.insights.TicketFact.CustomerReplied;
import groundswell.insights.TicketFact.Escalated;
import groundswell.insights.TicketFact.EscalationWithdrawn;
import groundswell.insights.TicketFact.Merged;
import groundswell.insights.TicketFact.Opened;
import groundswell.insights.TicketFact.Paused;
import groundswell.insights.TicketFact.Rated;
import groundswell.insights.TicketFact.Reopened;
import groundswell.insights.TicketFact.Replied;
import groundswell.insights.TicketFact.Resolved;
import groundswell.insights.TicketFact.Routed;
import groundswell.insights.TicketFact.Started;
import groundswell.insights.TicketFact.Tagged;
import groundswell.insights.TicketFact.Unmerged;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountedTicketTest {
    static final UUID TICKET = new UUID(0, 1), ADA = new UUID(0, 2);

    final TicketFact opened = new Opened(TICKET, 7, "email", "pro", "first", List.of("vip"), ADA, false, at(7));
    final TicketFact classified = new Classified(TICKET, "login", List.of(), null, at(8));
    final TicketFact routed = new Routed(TICKET, "reliability", at(8));
    final TicketFact assigned = new Assigned(TICKET, "reliability", ADA, at(9));
    final TicketFact replied = new Replied(TICKET, at(30));
    final TicketFact resolved = new Resolved(TICKET, at(60));

    @Test
    void an_unclassified_ticket_counts_as_such_in_the_quarter_hour_it_was_opened_in() {
        assertThat(Story.of(opened).cells())
                .containsExactly(new Cell(
                        Measure.OPENED, at(0), new Dimensions("unclassified", "unrouted", "email", "pro", "first")));
    }

    @Test
    void a_classification_heard_of_before_the_opening_waits_for_it() {
        assertThat(Story.of(classified, routed).cells()).isEmpty();
        assertThat(Story.of(classified, routed, opened)).isEqualTo(Story.of(opened, classified, routed));
    }

    @Test
    void what_support_cannot_resolve_counts_since_it_was_first_said_until_it_is_taken_back() {
        var bug = new Escalated(TICKET, "bug", at(30));
        var policy = new Escalated(TICKET, "policy", at(90));
        var story = Story.of(opened, bug, policy);
        assertThat(story.cells())
                .filteredOn(cell -> cell.measure() == Measure.ESCALATED)
                .extracting(Cell::quarter)
                .containsExactly(at(30));
        assertThat(story.desk()).extracting(Desk::escalation).isEqualTo("policy");
        assertThat(Story.of(opened, bug, new EscalationWithdrawn(TICKET, at(95))))
                .isEqualTo(Story.of(opened));
    }

    @Test
    void a_machines_ticket_counts_nowhere_whatever_becomes_of_it() {
        var alert = new Opened(TICKET, 7, "email", "pro", "first", List.of("vip"), ADA, true, at(7));
        var ticket = Story.of(alert, classified, routed, assigned, replied, resolved);
        assertThat(ticket.cells()).isEmpty();
        assertThat(ticket.tagCells()).isEmpty();
        assertThat(Story.of(alert).load()).isEqualTo(Load.NONE);
    }

    @Test
    void a_merged_ticket_counts_nowhere_until_it_is_unmerged_and_then_as_if_it_had_never_been() {
        var merged = Story.of(opened, classified, new Merged(TICKET, at(20)), assigned);
        assertThat(merged.cells()).isEmpty();
        assertThat(merged.tagCells()).isEmpty();
        assertThat(merged.load()).isEqualTo(Load.NONE);
        assertThat(Story.of(
                        opened,
                        classified,
                        new Merged(TICKET, at(20)),
                        assigned,
                        new Unmerged(TICKET, at(25)),
                        resolved))
                .isEqualTo(Story.of(opened, classified, assigned, resolved));
    }

    @Test
    void a_later_classification_takes_the_place_of_the_earlier() {
        assertThat(Story.of(opened, classified, new Classified(TICKET, "billing", List.of(), null, at(20)))
                        .theme())
                .isEqualTo("billing");
    }

    @Test
    void the_team_that_has_it_counts_more_than_the_one_it_was_routed_to() {
        assertThat(Story.of(opened, routed).team()).isEqualTo("reliability");
        assertThat(Story.of(opened, new Assigned(TICKET, "revenue", null, at(9)), routed)
                        .team())
                .isEqualTo("revenue");
    }

    @Test
    void a_ticket_is_unassigned_until_a_person_has_it() {
        assertThat(Story.of(opened).load()).isEqualTo(new Load(1, 1, 0));
        assertThat(Story.of(opened, new Assigned(TICKET, "revenue", null, at(9)))
                        .load())
                .isEqualTo(new Load(1, 1, 0));
        assertThat(Story.of(opened, assigned).load()).isEqualTo(new Load(1, 0, 0));
    }

    @Test
    void a_pending_ticket_waits_for_the_customer_and_not_for_us() {
        var pending = Story.of(opened, assigned, replied, new Paused(TICKET, at(31)));
        assertThat(pending.load()).isEqualTo(new Load(1, 0, 1));
        assertThat(pending.desk().waitingSince()).isNull();
    }

    @Test
    void a_customer_waits_since_their_first_unanswered_message() {
        assertThat(Story.of(opened, new CustomerReplied(TICKET, at(5))).desk().waitingSince())
                .isEqualTo(at(7));
        assertThat(Story.of(opened, replied, new CustomerReplied(TICKET, at(40)), new CustomerReplied(TICKET, at(50)))
                        .desk()
                        .waitingSince())
                .isEqualTo(at(40));
    }

    @Test
    void only_the_first_reply_is_the_first() {
        assertThat(Story.of(opened, replied, new Replied(TICKET, at(90))).desk().firstReplyAt())
                .isEqualTo(at(30));
    }

    @Test
    void a_resolved_ticket_leaves_the_queue_and_counts_as_resolved() {
        var ticket = Story.of(opened, classified, assigned, new Started(TICKET, at(10)), replied, resolved);
        assertThat(ticket.load()).isEqualTo(Load.NONE);
        assertThat(ticket.cells())
                .extracting(Cell::measure)
                .containsExactly(Measure.OPENED, Measure.TAKEN, Measure.ANSWERED, Measure.RESOLVED);
    }

    @Test
    void a_rating_counts_until_a_later_one_or_a_reopening() {
        var rated = new Rated(TICKET, 2, at(70));
        assertThat(Story.of(opened, resolved, rated).desk().score()).isEqualTo(2);
        assertThat(Story.of(opened, resolved, rated, new Rated(TICKET, 5, at(80)))
                        .desk()
                        .score())
                .isEqualTo(5);
        assertThat(Story.of(opened, resolved, rated, new Reopened(TICKET, at(80)))
                        .desk()
                        .score())
                .isNull();
    }

    @Test
    void a_second_reopening_within_the_quarter_hour_is_a_change_of_its_day() {
        var once = Story.of(opened, assigned, resolved, new Reopened(TICKET, at(61)));
        var twice = once.evolve(new Resolved(TICKET, at(62))).evolve(new Reopened(TICKET, at(63)));
        var changes = new Changes();
        changes.moved(once, twice);
        assertThat(changes.touchedDays()).extracting(CountedDay::measure).contains(Measure.REOPENED);
    }

    @Test
    void each_reopening_counts_at_its_time() {
        var twice = Story.of(
                opened,
                resolved,
                new Reopened(TICKET, at(70)),
                new Resolved(TICKET, at(80)),
                new Reopened(TICKET, at(90)));
        assertThat(twice.cells())
                .filteredOn(cell -> cell.measure() == Measure.REOPENED)
                .extracting(Cell::quarter)
                .containsExactly(at(60), at(90));
    }

    @Test
    void a_tag_counts_where_the_ticket_was_opened_whenever_it_was_given() {
        var tagged = Story.of(opened, new Tagged(TICKET, List.of("invoice"), List.of("vip"), at(500)));
        assertThat(tagged.tagCells()).containsExactly(new TagCell("invoice", at(0)));
    }

    @Test
    void a_merged_theme_is_classified_as_the_one_that_took_it() {
        var chain = new TaxonomyPublished(3, List.of(), Map.of("sign-in", "log-in", "log-in", "login"), at(0));
        assertThat(new Classified(TICKET, "sign-in", List.of(), null, at(8)).under(chain.successors()))
                .isEqualTo(classified);
    }

    @Test
    void what_else_it_is_about_follows_merged_themes_and_never_repeats_the_main_one() {
        var read = new Classified(TICKET, "sign-in", List.of("seats", "log-in", "billing", "sign-in"), null, at(8));
        assertThat(read.secondary()).containsExactly("billing", "log-in", "seats");
        var merged = read.under(Map.of("sign-in", "login", "log-in", "login", "seats", "billing"));
        assertThat(merged.theme()).isEqualTo("login");
        assertThat(merged.secondary()).containsExactly("billing");
        assertThat(Story.of(opened, read, merged).reading().secondary()).containsExactly("billing");
    }

    @Test
    void a_reopening_puts_it_back_and_closing_keeps_the_time_of_its_resolution() {
        var reopened = Story.of(opened, assigned, resolved, new Reopened(TICKET, at(70)));
        assertThat(reopened.load()).isEqualTo(new Load(1, 0, 0));
        assertThat(reopened.cells())
                .extracting(Cell::measure)
                .containsExactly(Measure.OPENED, Measure.TAKEN, Measure.REOPENED);
        assertThat(Story.of(opened, resolved, new Closed(TICKET, at(99))).desk().resolvedAt())
                .isEqualTo(at(60));
    }
}
