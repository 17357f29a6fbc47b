package groundswell.ticket;

import static groundswell.ticket.SampleTickets.*;
import static groundswell.ticket.TicketRefused.Reason.*;
import static groundswell.ticket.TicketScenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.ticket.TicketCommand.*;
import groundswell.ticket.TicketEvent.*;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TicketDeciderTest {
    static final StartTicket start = new StartTicket(TICKET, ADA, NOW);
    static final PauseTicket pause = new PauseTicket(TICKET, NOW);
    static final ResumeTicket resume = new ResumeTicket(TICKET, NOW);
    static final ReplyToCustomer reply = new ReplyToCustomer(TICKET, MESSAGE, ADA, TEXT, false, NOW);
    static final ReplyToCustomer replyAndWait = new ReplyToCustomer(TICKET, MESSAGE, ADA, TEXT, true, NOW);
    static final TakeCustomerReply customerReply = new TakeCustomerReply(TICKET, MESSAGE, TEXT, NOW);
    static final NoteOnTicket note = new NoteOnTicket(TICKET, MESSAGE, ADA, TEXT, NOW);
    static final ResolveTicket resolve =
            new ResolveTicket(TICKET, ResolutionCode.FIXED, "billing", "invoice", ADA, NOW);
    static final CloseTicket close = new CloseTicket(TICKET, ClosedHow.CONFIRMED, NOW);
    static final RateTicket rate = new RateTicket(TICKET, 0, 4, MESSAGE, TEXT, NOW);
    static final EscalateTicket escalate = new EscalateTicket(TICKET, EscalationReason.BUG, ADA, NOW);
    static final PrioritiseTicket prioritise = new PrioritiseTicket(TICKET, Priority.P1, NOW);
    static final CategoriseTicket categorise = new CategoriseTicket(TICKET, "billing", "invoice", NOW);

    static AssignTicket assign(String team, java.util.UUID person) {
        return new AssignTicket(TICKET, team, person, null, null, NOW);
    }

    static TagTicket tag(List<String> add, List<String> remove) {
        return new TagTicket(TICKET, add, remove, NOW);
    }

    @Nested
    class Opening {
        @Test
        void a_ticket_is_opened() {
            given().when(new OpenTicket(opened)).then(opened);
        }

        @Test
        void a_ticket_is_opened_once() {
            given(opened).when(new OpenTicket(opened)).thenRefused(ALREADY_OPENED);
            given(opened, resolved, closed).when(new OpenTicket(opened)).thenRefused(ALREADY_OPENED);
        }

        @Test
        void an_unopened_ticket_refuses_everything_else() {
            for (var command : List.of(
                    assign("revenue", ADA),
                    start,
                    pause,
                    resume,
                    reply,
                    customerReply,
                    note,
                    resolve,
                    close,
                    rate,
                    prioritise,
                    categorise,
                    escalate,
                    new WithdrawEscalation(TICKET, ADA, NOW),
                    tag(List.of("vip"), List.of()))) {
                given().when(command).thenRefused(NO_SUCH_TICKET);
            }
        }

        @Test
        void an_import_takes_over_the_whole_life_at_once() {
            given().when(new ImportTicket(
                            new OpenTicket(opened),
                            List.of(assign("revenue", ADA), replyAndWait, customerReply, resolve, close)))
                    .then(opened, assignedToAda, started, replied, paused, customerReplied, resumed, resolved, closed);
        }

        @Test
        void an_import_whose_steps_break_the_rules_lands_not_at_all() {
            given().when(new ImportTicket(new OpenTicket(opened), List.of(close)))
                    .thenRefused(NOT_RESOLVED);
            given(opened)
                    .when(new ImportTicket(new OpenTicket(opened), List.of()))
                    .thenRefused(ALREADY_OPENED);
        }
    }

    @Nested
    class Escalating {
        static final TicketEscalated escalated = new TicketEscalated(TICKET, EscalationReason.BUG, ADA, NOW);
        static final EscalationWithdrawn withdrawn = new EscalationWithdrawn(TICKET, ADA, NOW);
        static final WithdrawEscalation withdraw = new WithdrawEscalation(TICKET, ADA, NOW);

        @Test
        void a_ticket_that_is_not_closed_is_escalated_and_stays_where_it_was() {
            given(opened).when(escalate).then(escalated);
            given(opened, started).when(escalate).then(escalated);
            given(opened, started, paused).when(escalate).then(escalated);
            given(opened, resolved).when(escalate).then(escalated);
            given(opened, resolved, closed).when(escalate).thenRefused(ALREADY_CLOSED);
            given(opened, escalated).when(start).then(started);
        }

        @Test
        void the_same_reason_again_says_nothing_and_another_takes_its_place() {
            var policy = new EscalateTicket(TICKET, EscalationReason.POLICY, BEN, NOW);
            given(opened, escalated).when(escalate).then();
            given(opened, escalated).when(policy).then(new TicketEscalated(TICKET, EscalationReason.POLICY, BEN, NOW));
        }

        @Test
        void what_was_said_is_taken_back_once_and_may_be_said_again() {
            given(opened, escalated).when(withdraw).then(withdrawn);
            given(opened).when(withdraw).then();
            given(opened, escalated, withdrawn).when(withdraw).then();
            given(opened, escalated, withdrawn).when(escalate).then(escalated);
            given(opened, escalated, resolved, closed).when(withdraw).thenRefused(ALREADY_CLOSED);
        }
    }

    @Nested
    class Assigning {
        @Test
        void a_ticket_is_given_to_a_team_and_a_person() {
            given(opened).when(assign("revenue", ADA)).then(assignedToAda);
        }

        @Test
        void each_assignment_counts_one_revision_more() {
            given(opened, assignedToAda)
                    .when(assign("product", null))
                    .then(new TicketAssigned(TICKET, "product", null, 2, null, NOW));
        }

        @Test
        void without_a_team_the_team_stays() {
            given(opened, assignedToAda)
                    .when(assign(null, BEN))
                    .then(new TicketAssigned(TICKET, "revenue", BEN, 2, null, NOW));
        }

        @Test
        void assigning_the_same_again_changes_nothing() {
            given(opened, assignedToAda).when(assign("revenue", ADA)).then();
        }

        @Test
        void who_has_seen_the_present_assignment_may_change_it() {
            given(opened, assignedToAda)
                    .when(new AssignTicket(TICKET, "product", null, 1, "rule-7", NOW))
                    .then(new TicketAssigned(TICKET, "product", null, 2, "rule-7", NOW));
        }

        @Test
        void who_has_seen_an_older_assignment_is_refused() {
            given(opened, assignedToAda)
                    .when(new AssignTicket(TICKET, "product", null, 0, null, NOW))
                    .thenRefused(STALE_ASSIGNMENT);
        }

        @Test
        void a_ticket_that_is_in_progress_or_waits_is_assigned() {
            given(opened, started).when(assign("revenue", ADA)).then(assignedToAda);
            given(opened, started, paused).when(assign("revenue", ADA)).then(assignedToAda);
        }

        @Test
        void a_finished_ticket_is_not_assigned() {
            given(opened, resolved).when(assign("revenue", ADA)).thenRefused(ALREADY_RESOLVED);
            given(opened, resolved, closed).when(assign("revenue", ADA)).thenRefused(ALREADY_CLOSED);
        }

        @Test
        void a_refusal_is_recorded_whatever_the_ticket_is() {
            var refuse = new RefuseAssignment(TICKET, COMMAND, 3, "stale-assignment", NOW);
            var refused = new AssignmentRefused(TICKET, COMMAND, 3, "stale-assignment", NOW);
            given().when(refuse).then(refused);
            given(refused).when(refuse).then(refused);
        }
    }

    @Nested
    class Working {
        @Test
        void an_open_ticket_is_started() {
            given(opened).when(start).then(started);
        }

        @Test
        void starting_twice_changes_nothing() {
            given(opened, started).when(start).then();
        }

        @Test
        void starting_a_waiting_ticket_resumes_it_first() {
            given(opened, started, paused).when(start).then(resumed, started);
        }

        @Test
        void a_ticket_in_progress_waits_for_the_customer() {
            given(opened, started).when(pause).then(paused);
        }

        @Test
        void a_ticket_nobody_works_on_cannot_wait_for_the_customer() {
            given(opened).when(pause).thenRefused(NOT_STARTED);
        }

        @Test
        void waiting_twice_changes_nothing() {
            given(opened, started, paused).when(pause).then();
        }

        @Test
        void a_waiting_ticket_goes_back_to_open() {
            given(opened, started, paused).when(resume).then(resumed);
        }

        @Test
        void an_open_ticket_is_open() {
            given(opened).when(resume).then();
        }

        @Test
        void a_ticket_in_progress_does_not_go_back_to_open() {
            given(opened, started).when(resume).thenRefused(NOT_PENDING);
        }

        @Test
        void an_agent_reopens_a_resolved_ticket() {
            given(opened, resolved).when(resume).then(reopened);
        }

        @Test
        void a_resolved_ticket_is_not_worked_on() {
            given(opened, resolved).when(start).thenRefused(ALREADY_RESOLVED);
            given(opened, resolved).when(pause).thenRefused(ALREADY_RESOLVED);
        }
    }

    @Nested
    class Talking {
        @Test
        void the_first_reply_starts_the_work() {
            given(opened).when(reply).then(started, replied);
        }

        @Test
        void a_reply_may_hand_the_word_to_the_customer() {
            given(opened).when(replyAndWait).then(started, replied, paused);
            given(opened, started).when(replyAndWait).then(replied, paused);
            given(opened, started, paused).when(replyAndWait).then(replied);
        }

        @Test
        void a_resolved_ticket_does_not_wait_for_the_customer_again() {
            given(opened, resolved).when(replyAndWait).thenRefused(ALREADY_RESOLVED);
        }

        @Test
        void a_reply_changes_no_other_status() {
            given(opened, started).when(reply).then(replied);
            given(opened, started, paused).when(reply).then(replied);
            given(opened, resolved).when(reply).then(replied);
        }

        @Test
        void the_customers_reply_ends_the_waiting() {
            given(opened, started, paused).when(customerReply).then(customerReplied, resumed);
        }

        @Test
        void the_customers_reply_is_heard_while_we_work() {
            given(opened).when(customerReply).then(customerReplied);
            given(opened, started).when(customerReply).then(customerReplied);
        }

        @Test
        void the_customers_reply_reopens_a_resolved_ticket() {
            given(opened, resolved).when(customerReply).then(customerReplied, reopened);
        }

        @Test
        void reopenings_are_counted() {
            given(opened, resolved, reopened, resolved)
                    .when(customerReply)
                    .then(customerReplied, new TicketReopened(TICKET, 2, NOW));
        }

        @Test
        void the_customers_reply_to_a_closed_ticket_belongs_into_a_follow_up() {
            given(opened, resolved, closed).when(customerReply).thenRefused(NEEDS_FOLLOW_UP);
        }

        @Test
        void a_note_stays_among_colleagues_and_changes_no_status() {
            var noted = new TicketNoted(TICKET, MESSAGE, ADA, TEXT, null, NOW);
            given(opened).when(note).then(noted);
            given(opened, started, paused).when(note).then(noted);
            given(opened, resolved).when(note).then(noted);
        }

        @Test
        void what_a_bot_said_in_a_chat_is_kept_and_counts_as_no_reply() {
            var quoted = new QuoteChat(TICKET, MESSAGE, ADA, TEXT, ChatSpeaker.BOT, NOW);
            var kept = new TicketNoted(TICKET, MESSAGE, ADA, TEXT, ChatSpeaker.BOT, NOW);
            given(opened).when(quoted).then(kept);
            given(opened, started, paused).when(quoted).then(kept);
            given(opened, resolved, closed).when(quoted).thenRefused(ALREADY_CLOSED);
            given().when(quoted).thenRefused(NO_SUCH_TICKET);
            assertThat(HandlingTimes.of(List.of(opened, kept), NOW).firstReply())
                    .isNull();
        }

        @Test
        void a_chat_lands_whole_and_an_agents_answer_in_it_is_the_first_reply() {
            var chat = new ImportTicket(
                    new OpenTicket(opened),
                    List.of(
                            new QuoteChat(TICKET, MESSAGE, ADA, TEXT, ChatSpeaker.BOT, NOW),
                            new ReplyToCustomer(TICKET, MESSAGE, ADA, TEXT, false, NOW),
                            new TakeCustomerReply(TICKET, MESSAGE, TEXT, NOW)));
            given().when(chat)
                    .then(
                            opened,
                            new TicketNoted(TICKET, MESSAGE, ADA, TEXT, ChatSpeaker.BOT, NOW),
                            started,
                            replied,
                            customerReplied);
        }
    }

    @Nested
    class Ending {
        @Test
        void a_ticket_is_resolved_from_each_status_in_which_it_is_ours_or_the_customers() {
            given(opened).when(resolve).then(resolved);
            given(opened, started).when(resolve).then(resolved);
            given(opened, started, paused).when(resolve).then(resolved);
        }

        @Test
        void resolving_needs_a_product_area_and_an_issue_type() {
            given(opened)
                    .when(new ResolveTicket(TICKET, ResolutionCode.FIXED, null, "invoice", ADA, NOW))
                    .thenRefused(NOT_CATEGORISED);
            given(opened)
                    .when(new ResolveTicket(TICKET, ResolutionCode.FIXED, "billing", null, ADA, NOW))
                    .thenRefused(NOT_CATEGORISED);
        }

        @Test
        void resolving_takes_the_category_the_ticket_has() {
            given(opened, new TicketCategorised(TICKET, "billing", "invoice", NOW))
                    .when(new ResolveTicket(TICKET, ResolutionCode.FIXED, null, null, ADA, NOW))
                    .then(resolved);
        }

        @Test
        void a_resolved_ticket_is_resolved() {
            given(opened, resolved).when(resolve).thenRefused(ALREADY_RESOLVED);
        }

        @Test
        void a_resolved_ticket_is_closed_and_it_is_recorded_how() {
            for (var how : ClosedHow.values()) {
                given(opened, resolved)
                        .when(new CloseTicket(TICKET, how, NOW))
                        .then(new TicketClosed(TICKET, how, NOW));
            }
        }

        @Test
        void only_a_resolved_ticket_is_closed() {
            given(opened).when(close).thenRefused(NOT_RESOLVED);
            given(opened, started).when(close).thenRefused(NOT_RESOLVED);
            given(opened, started, paused).when(close).thenRefused(NOT_RESOLVED);
            given(opened, resolved, reopened).when(close).thenRefused(NOT_RESOLVED);
        }

        @Test
        void a_closed_ticket_refuses_everything() {
            for (var command : List.of(
                    assign("revenue", ADA),
                    start,
                    pause,
                    resume,
                    reply,
                    note,
                    resolve,
                    close,
                    prioritise,
                    categorise,
                    tag(List.of("vip"), List.of()))) {
                given(opened, resolved, closed).when(command).thenRefused(ALREADY_CLOSED);
            }
        }
    }

    @Nested
    class Labelling {
        @Test
        void a_priority_is_changed() {
            given(opened).when(prioritise).then(new TicketPrioritised(TICKET, Priority.P1, NOW));
            given(opened, resolved).when(prioritise).then(new TicketPrioritised(TICKET, Priority.P1, NOW));
        }

        @Test
        void the_same_priority_changes_nothing() {
            given(opened).when(new PrioritiseTicket(TICKET, Priority.P3, NOW)).then();
        }

        @Test
        void only_what_changes_is_tagged() {
            given(opened)
                    .when(tag(List.of("vip", "seats"), List.of("billing", "unknown")))
                    .then(new TicketTagged(TICKET, List.of("vip"), List.of("billing"), NOW));
        }

        @Test
        void a_tag_both_added_and_removed_stays() {
            given(opened).when(tag(List.of("seats"), List.of("seats"))).then();
        }

        @Test
        void a_ticket_carries_at_most_fifty_tags() {
            var fifty = IntStream.range(0, 50).mapToObj(i -> "tag-" + i).toArray(String[]::new);
            given(openedAs(fifty)).when(tag(List.of("one-more"), List.of())).thenRefused(TOO_MANY_TAGS);
            given(openedAs(fifty))
                    .when(tag(List.of("one-more"), List.of("tag-0")))
                    .then(new TicketTagged(TICKET, List.of("one-more"), List.of("tag-0"), NOW));
        }

        @Test
        void a_ticket_is_categorised_once() {
            var categorised = new TicketCategorised(TICKET, "billing", "invoice", NOW);
            given(opened).when(categorise).then(categorised);
            given(opened, categorised).when(categorise).then();
        }
    }

    @Nested
    class Rating {
        static final TicketRated rated = new TicketRated(TICKET, 0, 4, MESSAGE, TEXT, ADA, NOW);

        @Test
        void a_resolution_is_rated_before_and_after_the_closing_for_whoever_resolved_it() {
            given(opened, resolved).when(rate).then(rated);
            given(opened, resolved, closed).when(rate).then(rated);
            given(opened, new TicketResolved(TICKET, ResolutionCode.FIXED, "billing", "invoice", BEN, NOW))
                    .when(rate)
                    .then(new TicketRated(TICKET, 0, 4, MESSAGE, TEXT, BEN, NOW));
        }

        @Test
        void a_customer_may_change_their_mind_and_the_last_word_counts() {
            var worse = new RateTicket(TICKET, 0, 1, null, null, NOW);
            given(opened, resolved, rated).when(worse).then(new TicketRated(TICKET, 0, 1, null, null, ADA, NOW));
            assertThat(TicketHistory.fold(
                                    Ticket.UNOPENED,
                                    List.of(
                                            opened,
                                            resolved,
                                            rated,
                                            new TicketRated(TICKET, 0, 1, null, null, ADA, NOW),
                                            closed))
                            .resolution()
                            .rating())
                    .isEqualTo(new Ticket.Rating(1, NOW));
        }

        @Test
        void a_reopening_ends_the_question_and_the_rating_with_it() {
            given(opened, resolved, reopened).when(rate).thenRefused(RATING_VOID);
            assertThat(TicketHistory.fold(Ticket.UNOPENED, List.of(opened, resolved, rated, reopened))
                            .resolution())
                    .isNull();
        }

        @Test
        void after_the_next_resolution_only_the_new_question_counts() {
            given(opened, resolved, reopened, resolved).when(rate).thenRefused(RATING_VOID);
            given(opened, resolved, reopened, resolved)
                    .when(new RateTicket(TICKET, 1, 5, null, null, NOW))
                    .then(new TicketRated(TICKET, 1, 5, null, null, ADA, NOW));
        }

        @Test
        void the_question_stands_for_thirty_days() {
            var last = NOW.plus(java.time.Duration.ofDays(30)).minusNanos(1_000);
            given(opened, resolved)
                    .when(new RateTicket(TICKET, 0, 4, null, null, last))
                    .then(new TicketRated(TICKET, 0, 4, null, null, ADA, last));
            given(opened, resolved)
                    .when(new RateTicket(TICKET, 0, 4, null, null, last.plusNanos(1_000)))
                    .thenRefused(RATING_EXPIRED);
        }

        @Test
        void what_was_rated_elsewhere_belongs_to_the_resolution_before_it_whenever_that_was() {
            var late = NOW.plus(java.time.Duration.ofDays(50));
            given(opened, resolved, reopened, resolved)
                    .when(new RateTicket(TICKET, null, 2, null, null, late))
                    .then(new TicketRated(TICKET, 1, 2, null, null, ADA, late));
            given(opened)
                    .when(new RateTicket(TICKET, null, 2, null, null, late))
                    .thenRefused(NOT_RESOLVED);
        }
    }
}
