package groundswell.ticket.imports;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import groundswell.journal.Cause;
import groundswell.journal.Handled;
import groundswell.journal.JournalRefused;
import groundswell.journal.NaturalKey;
import groundswell.journal.Submission;
import groundswell.journal.inbox.NotYet;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.journal.seal.SubjectErased;
import groundswell.ticket.Ticket;
import groundswell.ticket.TicketCommand;
import groundswell.ticket.TicketCommand.*;
import groundswell.ticket.TicketDecider;
import groundswell.ticket.TicketEvent.TicketOpened;
import groundswell.ticket.TicketRefused;
import groundswell.ticket.desk.EarlierTickets;
import groundswell.ticket.desk.Ids;
import groundswell.ticket.desk.Intake;
import groundswell.ticket.desk.Intake.Circumstances;
import groundswell.ticket.desk.Letters;
import groundswell.ticket.desk.Requesters;
import groundswell.ticket.desk.TicketJournal;
import groundswell.ticket.http.Problem;
import groundswell.ticket.http.Refused;
import groundswell.ticket.imports.RowReader.Good;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands a batch of rows to the journal, all at once, so that they share its commits. */
@ApplicationScoped
public class TakeOver {
    /** What became of a row. */
    sealed interface Taken {}

    record Opened() implements Taken {}

    record Existing() implements Taken {}

    record Faulty(List<ImportError> errors) implements Taken, Prepared {}

    /** A row before it is handed over. */
    private sealed interface Prepared {}

    private record Ready(Good row, ImportTicket command) implements Prepared {
        TicketOpened opening() {
            return command.open().opening();
        }

        ImportTicket following(int earlier) {
            return new ImportTicket(new OpenTicket(opening().following(earlier)), command.then());
        }
    }

    private final TicketJournal tickets;
    private final Intake intake;
    private final Requesters requesters;
    private final EarlierTickets earlier;
    private final Letters letters;

    TakeOver(TicketJournal tickets, Intake intake, Requesters requesters, EarlierTickets earlier, Letters letters) {
        this.tickets = tickets;
        this.intake = intake;
        this.requesters = requesters;
        this.earlier = earlier;
        this.letters = letters;
    }

    /**
     * Prepares all rows, then counts, then hands over: what was refused before does not make a later ticket a repeat.
     *
     * @throws JournalRefused when the database is away: send the same rows again, those that got in will exist
     */
    List<Taken> take(List<Good> rows, Cause cause) {
        var people = requesters.idsOf(
                rows.stream().map(row -> row.row().ticket().requester().email()).toList());
        var before = new Before(earlier, people.values());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var prepared = rows.stream()
                    .map(row -> threads.submit(
                            () -> TakeOver.<Prepared>guarded(row, () -> prepare(row, people), faulty -> faulty)))
                    .toList();
            var under = new ArrayList<Future<Taken>>(rows.size());
            for (var one : prepared) {
                switch (get(one)) {
                    case Ready ready -> {
                        var command = ready.following(before.count(ready.opening()));
                        under.add(threads.submit(() -> TakeOver.<Taken>guarded(
                                ready.row(), () -> hand(ready.row(), command, cause), faulty -> faulty)));
                    }
                    case Faulty faulty -> under.add(CompletableFuture.completedFuture(faulty));
                }
            }
            return under.stream().map(TakeOver::get).toList();
        }
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalRefused(JournalRefused.Reason.BUSY, "Interrupted");
        }
    }

    /** What is wrong with one row is told of that row; what passes by itself stops all, to be tried again. */
    private static <T> T guarded(Good row, Supplier<T> work, Function<Faulty, T> faulty) {
        try {
            return work.get();
        } catch (TicketRefused refused) {
            return faulty.apply(faulty(row, "steps", refused.reason().title()));
        } catch (Refused refused) {
            var faults = requireNonNullElse(refused.problem().errors(), List.<Problem.Fault>of());
            return faulty.apply(new Faulty(faults.stream()
                    .map(fault -> new ImportError(row.number(), fault.field(), fault.message()))
                    .toList()));
        } catch (SubjectErased erased) {
            return faulty.apply(faulty(row, "requester", "is being erased: send the row again"));
        } catch (JournalRefused refused) {
            return switch (refused.reason()) {
                case TOO_LARGE -> faulty.apply(faulty(row, null, "holds a text over 512 KiB"));
                case VERSION_CONFLICT, REQUEST_MISMATCH, REQUEST_IN_PROGRESS, BUSY, BEHIND_TOPIC -> throw refused;
            };
        } catch (RuntimeException e) {
            if (e instanceof NotYet) {
                throw e;
            }
            return faulty.apply(new Faulty(List.of(Unforeseen.of(row.number(), e))));
        }
    }

    /** Seals it, and judges it by the rules of a ticket as the journal will. */
    private Prepared prepare(Good good, Map<String, UUID> people) {
        var email = good.row().ticket().requester().email();
        try {
            return prepare(good, requireNonNull(people.get(Requesters.normal(email))));
        } catch (SubjectErased | KeyNotYetKnown meanwhile) {
            requesters.forget(email);
            return prepare(good, requesters.idOf(email));
        }
    }

    private Ready prepare(Good good, UUID requester) {
        var row = good.row();
        var open = intake.open(row.ticket(), new Circumstances(requester, 0, row.number(), true, null));
        var command = new ImportTicket(
                open, row.steps().stream().map(step -> command(open, step)).toList());
        TicketDecider.decide(TicketDecider.initial(), command);
        return new Ready(good, command);
    }

    private Taken hand(Good good, ImportTicket command, Cause cause) {
        var handled =
                tickets.handle(Submission.<TicketCommand>of(command.ticketId().toString(), command, cause)
                        .claiming(keys(good.row())));
        return switch (handled) {
            case Handled.Appended<Ticket> _ -> new Opened();
            case Handled.Repeated<Ticket> _ -> new Existing();
            case Handled.Existing<Ticket> it -> existing(good, it);
        };
    }

    private static Faulty faulty(Good good, @Nullable String field, String message) {
        return new Faulty(List.of(new ImportError(good.number(), field, message)));
    }

    private static List<NaturalKey> keys(ImportRow row) {
        var keys = new ArrayList<>(Intake.keysOf(row.ticket()));
        if (row.number() != null) {
            keys.add(new NaturalKey("ticket-number", row.number().toString()));
        }
        return keys;
    }

    /** Somebody has one of its names: the same ticket, or another one that has the number. */
    private Taken existing(Good good, Handled.Existing<Ticket> found) {
        if (good.row().number() == null) {
            return new Existing();
        }
        var opening = requireNonNull(
                tickets.head(UUID.fromString(found.stream())).state().opening());
        var wish = good.row().ticket();
        return wish.externalId() != null
                        && wish.externalId().equals(opening.externalId())
                        && wish.source() != null
                        && wish.source().equals(opening.source())
                ? new Existing()
                : faulty(good, "number", "belongs to another ticket");
    }

    private TicketCommand command(OpenTicket open, Step step) {
        var id = open.ticketId();
        return switch (step) {
            case Step.Assign s -> new AssignTicket(id, s.team(), s.agentId(), null, null, at(s));
            case Step.Start s -> new StartTicket(id, s.agentId(), at(s));
            case Step.Pause s -> new PauseTicket(id, at(s));
            case Step.Resume s -> new ResumeTicket(id, at(s));
            case Step.Reply s -> {
                var message = Ids.at(s.at());
                yield new ReplyToCustomer(
                        id, message, s.agentId(), seal(open, message, s.body()), s.thenPause(), at(s));
            }
            case Step.CustomerReply s -> {
                var message = Ids.at(s.at());
                yield new TakeCustomerReply(id, message, seal(open, message, s.body()), at(s));
            }
            case Step.Note s -> {
                var message = Ids.at(s.at());
                yield new NoteOnTicket(id, message, s.agentId(), seal(open, message, s.body()), at(s));
            }
            case Step.Escalate s -> new EscalateTicket(id, s.reason(), s.agentId(), at(s));
            case Step.Resolve s -> new ResolveTicket(id, s.code(), s.productArea(), s.issueType(), s.agentId(), at(s));
            case Step.Rate s -> {
                var message = s.comment() == null ? null : Ids.at(s.at());
                var comment = message == null ? null : seal(open, message, requireNonNull(s.comment()));
                yield new RateTicket(id, null, s.score(), message, comment, at(s));
            }
            case Step.Close s -> new CloseTicket(id, s.how(), at(s));
            case Step.Prioritise s -> new PrioritiseTicket(id, s.priority(), at(s));
            case Step.Tagging s ->
                new TagTicket(
                        id, requireNonNullElse(s.add(), List.of()), requireNonNullElse(s.remove(), List.of()), at(s));
            case Step.Categorise s -> new CategoriseTicket(id, s.productArea(), s.issueType(), at(s));
        };
    }

    private static Instant at(Step step) {
        return step.at().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    private groundswell.journal.seal.Sealed seal(OpenTicket open, UUID message, String body) {
        return letters.seal(open.opening().requesterId(), open.ticketId(), message, Letters.Part.BODY, body);
    }
}
