package groundswell.journeys;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A file in the columns of the complaints that the US Consumer Financial Protection Bureau publishes. Written here by a
 * generator; {@code -Dgroundswell.complaints=FILE} takes the real one.
 */
final class Complaints {
    private static final int ROWS = 1_500;
    private static final List<String> COLUMNS = List.of(
            "Date received",
            "Product",
            "Sub-product",
            "Issue",
            "Sub-issue",
            "Consumer complaint narrative",
            "Company public response",
            "Company",
            "State",
            "ZIP code",
            "Tags",
            "Consumer consent provided?",
            "Submitted via",
            "Date sent to company",
            "Company response to consumer",
            "Timely response?",
            "Consumer disputed?",
            "Complaint ID");
    private static final String[][] ISSUES = {
        {
            "Checking account",
            "Fees",
            "The monthly fee was taken three times although my balance never fell below the limit."
        },
        {
            "Credit card",
            "Billing dispute",
            "A shop I have never heard of charged my card; the bank says the charge will stay."
        },
        {"Mortgage", "Trouble paying", "I asked twice for a payment plan and both letters came back without an answer."
        },
        {
            "Money transfer",
            "Transfer missing",
            "The money left my account nine days ago and has not arrived, nobody can see it."
        },
        {
            "Credit reporting",
            "Wrong information",
            "An account that is not mine stands in my report, it keeps me from renting a flat."
        },
    };
    private static final List<String> CONSENTS =
            List.of("Consent provided", "Consent not provided", "Consent withdrawn", "Other", "N/A", "");

    private final String csv;
    private final List<Map<String, String>> rows;

    private Complaints(String csv) {
        this.csv = csv;
        try (MappingIterator<Map<String, String>> lines = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            this.rows = lines.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Complaints present() {
        var file = System.getProperty("groundswell.complaints");
        try {
            return new Complaints(file == null ? written() : Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String csv() {
        return csv;
    }

    List<String> ids() {
        return rows.stream().map(row -> row.get("Complaint ID")).toList();
    }

    /**
     * Ids and what their people answered, as statuses of ours. The flags are dealt out anew over the rows that have a
     * narrative, so that a flag says nothing about its row.
     */
    Map<String, String> consents(long seed) {
        var told = rows.stream()
                .filter(row -> !row.get("Consumer complaint narrative").isBlank())
                .toList();
        var flags = new ArrayList<>(rows.stream()
                .map(row -> row.get("Consumer consent provided?"))
                .map(Complaints::status)
                .filter(status -> !status.isEmpty())
                .toList());
        java.util.Collections.shuffle(flags, new Random(seed));
        var consents = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(told.size(), flags.size()); i++) {
            consents.put(told.get(i).get("Complaint ID"), flags.get(i));
        }
        return consents;
    }

    private static String status(String flag) {
        return switch (flag) {
            case "Consent provided" -> "granted";
            case "Consent not provided" -> "declined";
            case "Consent withdrawn" -> "withdrawn";
            default -> "";
        };
    }

    private static String written() throws IOException {
        var random = new Random(1);
        var csv = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        for (int row = 0; row < ROWS; row++) {
            var issue = ISSUES[random.nextInt(ISSUES.length)];
            var cells = new String[COLUMNS.size()];
            java.util.Arrays.fill(cells, "");
            cells[0] = "2026/%d/%d".formatted(1 + random.nextInt(6), 1 + random.nextInt(28));
            cells[1] = issue[0];
            cells[3] = issue[1];
            cells[5] = random.nextInt(3) == 0
                    ? "\"" + issue[2] + "\nMy file is number " + row + ", please look, \"\"now\"\".\""
                    : "";
            cells[7] = "First Example Bank";
            cells[8] = "VT";
            cells[11] = CONSENTS.get(random.nextInt(CONSENTS.size()));
            cells[12] = random.nextBoolean() ? "Web" : "Phone";
            cells[17] = Integer.toString(4_000_000 + row);
            csv.append(String.join(",", cells)).append('\n');
        }
        return csv.toString();
    }
}
