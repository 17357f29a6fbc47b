package groundswell.insights.documentation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A line of what a help centre sends, and what is wrong with it. What it says is never repeated: it may be personal.
 *
 * @param number from 1; in a CSV the header is no line
 * @param wrong filled as fields are read
 */
record Line(int number, Map<String, String> fields, List<String> wrong) {
    private static final long MOST = 1_000_000_000;

    String words(String field, int longest) {
        var words = fields.getOrDefault(field, "").strip();
        if (words.isEmpty()) {
            return refuse(field, "is missing");
        }
        return fitting(field, words, longest);
    }

    /** Empty where it is absent. */
    String wordsOrNone(String field, int longest) {
        return fitting(field, fields.getOrDefault(field, "").strip(), longest);
    }

    private String fitting(String field, String words, int longest) {
        if (words.length() > longest) {
            return refuse(field, "has more than " + longest + " characters");
        }
        return words.chars().anyMatch(Character::isISOControl) ? refuse(field, "holds control characters") : words;
    }

    long number(String field) {
        var digits = fields.getOrDefault(field, "").strip();
        if (digits.matches("\\d{1,10}") && Long.parseLong(digits) <= MOST) {
            return Long.parseLong(digits);
        }
        refuse(field, digits.isEmpty() ? "is missing" : "must be a whole number from 0 to a thousand million");
        return 0;
    }

    String refuse(String field, String why) {
        wrong.add("Line " + number + ": " + field + " " + why + ".");
        return "";
    }

    /** The first of what is wrong with many. */
    static String wrong(List<Line> lines, int most) {
        return lines.stream().flatMap(line -> line.wrong.stream()).limit(most).collect(Collectors.joining(" "));
    }
}
