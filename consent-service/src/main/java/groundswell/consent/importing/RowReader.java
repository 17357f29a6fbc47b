package groundswell.consent.importing;

import groundswell.consent.ConsentStatus;
import groundswell.consent.Scope;
import groundswell.consent.http.Problem.Fault;
import groundswell.consent.importing.Rows.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one row, or says field by field what is wrong with it. Never repeats a value: it may be a person's. */
final class RowReader {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,39}");
    private static final int LONGEST = 200;

    /** Outside of these a year is a slip of the pen. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Row row;
    private final Instant now;
    private final List<Fault> faults = new ArrayList<>();

    RowReader(Row row, Instant now) {
        this.row = row;
        this.now = now;
    }

    List<Fault> faults() {
        return faults;
    }

    /** Null where there are faults. */
    @Nullable
    ToldAnswer read() {
        if (row.fault() != null) {
            faults.add(new Fault("row", row.fault()));
            return null;
        }
        var source = text("source");
        var externalId = text("externalId");
        var answer = need("status", this::status, "must be granted, declined, withdrawn, expired, asked or not_asked");
        var at = need(
                "when", this::time, "must be a day such as 2019-03-01 or a time with its zone, and not in the future");
        var until =
                row.field("until") == null ? null : need("until", this::day, "must be a day or a time with its zone");
        var how = need(
                "how", h -> CODE.matcher(h).matches() ? h : null, "must be a code such as complaint-form, no sentence");
        var scopes = scopes(answer);
        if (!faults.isEmpty() || source == null || externalId == null || answer == null || at == null || how == null) {
            return null;
        }
        return new ToldAnswer(source, externalId, answer, scopes, how, until, at);
    }

    private @Nullable String text(String field) {
        return need(
                field,
                t -> t.length() <= LONGEST && t.chars().noneMatch(Character::isISOControl) ? t : null,
                "is needed, at most " + LONGEST + " characters");
    }

    private <T> @Nullable T need(String field, Function<String, @Nullable T> reading, String wanted) {
        var value = row.field(field);
        var read = value == null ? null : reading.apply(value);
        if (read == null) {
            faults.add(new Fault(field, wanted));
        }
        return read;
    }

    private @Nullable ConsentStatus status(String word) {
        var wanted = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(ConsentStatus.values())
                .filter(s -> s.toString().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Instant time(String text) {
        var at = day(text);
        return at == null || at.isAfter(now) ? null : at;
    }

    private @Nullable Instant day(String text) {
        try {
            var day = text.length() <= 10
                    ? LocalDate.parse(text.replace('/', '-'))
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : java.time.OffsetDateTime.parse(text).toInstant();
            return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** {@code scopes} or {@code scope}: codes with a comma, semicolon or bar between. A grant needs at least one. */
    private List<Scope> scopes(@Nullable ConsentStatus answer) {
        var value = row.field("scopes") == null ? row.field("scope") : row.field("scopes");
        var found = new ArrayList<Scope>();
        for (var word : value == null ? new String[0] : value.split("[,;| ]+")) {
            var scope = Arrays.stream(Scope.values())
                    .filter(s -> s.toString().equalsIgnoreCase(word))
                    .findFirst();
            if (scope.isEmpty()) {
                faults.add(new Fault("scope", "must be of aggregate_quote, case_study, named_reference"));
                return List.of();
            }
            found.add(scope.get());
        }
        if (found.isEmpty() && answer == ConsentStatus.GRANTED) {
            faults.add(new Fault("scope", "is needed: without a purpose nothing is granted"));
        }
        return List.copyOf(found);
    }
}
