package groundswell.insights;

import java.util.Map;

/** What codes are called. A code that nobody has named is shown as it is. */
public record Names(Map<String, String> themes, Map<String, String> teams, Map<String, String> teamOfTheme) {
    /** Where the present names come from. */
    public interface Source {
        Names names();
    }

    public String theme(String code) {
        return code.equals(CountedTicket.UNCLASSIFIED) ? "Not classified yet" : themes.getOrDefault(code, code);
    }

    public String team(String code) {
        return code.equals(CountedTicket.UNROUTED) ? "Not routed yet" : teams.getOrDefault(code, words(code));
    }

    public String of(Dimension dimension, String code) {
        return switch (dimension) {
            case THEME -> theme(code);
            case TEAM -> team(code);
            case CHANNEL, PLAN -> code.equals(TicketFact.Opened.NO_PLAN) ? "No plan stated" : words(code);
            case HISTORY ->
                switch (code) {
                    case "first" -> "First ticket";
                    case "repeat" -> "Wrote before";
                    default -> "Not known";
                };
        };
    }

    private static String words(String code) {
        var plain = code.replace('_', ' ').replace('-', ' ');
        return plain.isEmpty() ? plain : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }
}
