package groundswell.ticket.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import groundswell.ticket.desk.NewTicket;
import groundswell.ticket.http.UnreadableJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes tickets of rows, with the same limits as a post has, and says of the others what is wrong. */
@ApplicationScoped
public class RowReader {
    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    RowReader(ObjectMapper json, Validator validator, Clock clock) {
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    /** A row that is a ticket, or what is wrong with it. */
    sealed interface Result {}

    record Good(long number, ImportRow row) implements Result {}

    record Faulty(List<ImportError> errors) implements Result {}

    Result read(long number, Rows.Row row) {
        return switch (row) {
            case Rows.Parsed parsed -> readSafely(number, parsed.json());
            case Rows.Unreadable(var why) -> new Faulty(List.of(new ImportError(number, null, why)));
        };
    }

    /** Nothing that a row holds may stop the rows behind it. */
    private Result readSafely(long number, ObjectNode object) {
        try {
            return read(number, object);
        } catch (RuntimeException e) {
            return new Faulty(List.of(Unforeseen.of(number, e)));
        }
    }

    private Result read(long number, ObjectNode object) {
        try {
            var own = object.remove("number");
            var steps = object.remove("steps");
            var row = new ImportRow(
                    json.treeToValue(object, NewTicket.class),
                    own == null ? null : json.treeToValue(own, Long.class),
                    steps == null ? List.of() : json.readerForListOf(Step.class).readValue(steps));
            var errors = check(number, row);
            return errors.isEmpty() ? new Good(number, row) : new Faulty(errors);
        } catch (JsonProcessingException e) {
            var problem = UnreadableJson.explain(e);
            return problem.errors() == null
                    ? new Faulty(List.of(new ImportError(number, null, problem.title())))
                    : new Faulty(problem.errors().stream()
                            .map(fault -> new ImportError(number, fault.field(), fault.message()))
                            .toList());
        } catch (java.io.IOException e) {
            return new Faulty(List.of(new ImportError(number, "steps", "must be a list")));
        }
    }

    private List<ImportError> check(long number, ImportRow row) {
        var errors = new ArrayList<ImportError>();
        validator
                .validate(row)
                .forEach(violation -> errors.add(new ImportError(
                        number,
                        violation
                                .getPropertyPath()
                                .toString()
                                .replaceFirst("^ticket\\.", "")
                                .replaceFirst("\\.<list element>$", ""),
                        violation.getMessage())));
        if (errors.isEmpty()) {
            checkNames(number, row, errors);
            checkTimes(number, row, errors);
        }
        return errors;
    }

    /** Without a name from outside, a file that is sent twice would be there twice. */
    private static void checkNames(long number, ImportRow row, List<ImportError> errors) {
        if (row.ticket().source() == null || row.ticket().externalId() == null) {
            errors.add(new ImportError(number, "externalId", "source and externalId must be given in an import"));
        }
    }

    private void checkTimes(long number, ImportRow row, List<ImportError> errors) {
        Instant last = row.ticket().occurredAt();
        if (last == null) {
            errors.add(new ImportError(number, "occurredAt", "must be given in an import"));
            return;
        }
        if (last.isAfter(clock.instant())) {
            errors.add(new ImportError(number, "occurredAt", "must not be in the future"));
        }
        for (int i = 0; i < row.steps().size(); i++) {
            var at = row.steps().get(i).at();
            if (at.isBefore(last) || at.isAfter(clock.instant())) {
                errors.add(new ImportError(
                        number, "steps[" + i + "].at", "must not be before what came first, nor in the future"));
            }
            last = at;
        }
    }
}
