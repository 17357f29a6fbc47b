package groundswell.insights;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A word, or a pair of words, that more customers begin with in some tickets than in others. At least three use it, so that
 * it is nobody's own.
 *
 * @param words in lower case
 * @param customers who use it, of {@code of} whose texts were read
 * @param otherCustomers who use it in the other tickets, of {@code ofOthers}
 * @param examples one a customer, each cut to the sentence that uses it; for use inside the company
 */
public record TellingWord(
        String words, int customers, int of, int otherCustomers, int ofOthers, List<Opening> examples) {
    public double share() {
        return (double) customers / of;
    }

    public double otherShare() {
        return (double) otherCustomers / ofOthers;
    }

    /**
     * Which tickets.
     *
     * @param span in which they were opened
     * @param key of which theme, with which tag, or all
     */
    public record Texts(Span span, SurgeKey key) {
        /** Those of them that use a word, for people. */
        public String page(String words) {
            return "/insights/words/tickets" + query(words);
        }

        /** The same for programs. */
        public String api(String words) {
            return "/api/insights/words/tickets" + query(words);
        }

        private String query(String words) {
            var of = switch (key.kind()) {
                case THEME -> "&theme=" + URLEncoder.encode(key.code(), StandardCharsets.UTF_8);
                case TAG -> "&tag=" + URLEncoder.encode(key.code(), StandardCharsets.UTF_8);
                case ALL -> "";
            };
            return "?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&from=" + span.from() + "&to="
                    + span.to() + of;
        }
    }

    /**
     * What the texts told.
     *
     * @param others what they were compared with
     * @param customers whose texts were read, and {@code otherCustomers}: an even sample where there are many
     */
    public record Told(List<TellingWord> words, Texts others, int customers, int otherCustomers) {}

    /** Where the texts are. */
    public interface Source {
        /**
         * The most telling first; none where either side says too little.
         *
         * @param others the first of them that so many customers wrote is compared with, else the last
         */
        Told tell(Texts these, List<Texts> others, int enough, int most);

        /** How those of {@link #tell}'s tickets begin that use a word, the newest first; none where too few customers do. */
        List<Opening> using(String words, Texts texts);
    }
}
