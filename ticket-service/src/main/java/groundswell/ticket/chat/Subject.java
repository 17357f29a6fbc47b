package groundswell.ticket.chat;

import java.util.regex.Pattern;

/** The subject of a chat that brought none: the beginning of what the customer first wrote, on one line. */
final class Subject {
    private static final int ENOUGH = 80;
    private static final Pattern NOT_OF_A_LINE =
            Pattern.compile("[\\p{Cc}\\s\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    static String of(String text) {
        var line = NOT_OF_A_LINE.matcher(text).replaceAll(" ").strip();
        if (line.isEmpty()) {
            return "Chat"; // nothing but direction marks
        }
        return line.codePointCount(0, line.length()) <= ENOUGH ? line : shortened(line);
    }

    /** Ends with a whole word, where there is one that does not take away more than half. */
    private static String shortened(String line) {
        var beginning = line.substring(0, line.offsetByCodePoints(0, ENOUGH - 1));
        int space = beginning.lastIndexOf(' ');
        return (space > beginning.length() / 2 ? beginning.substring(0, space) : beginning).strip() + "…";
    }

    private Subject() {}
}
