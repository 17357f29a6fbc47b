package groundswell.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells in which mood a customer writes. A problem that is reported calmly is no bad mood, however bad the problem; where
 * the text leaves it open, the mood is unknown. Learnt from phrasings written for it; see the README for how good it is.
 *
 * <p>Immutable and safe for any number of threads; the same text has the same mood on every machine that embeds alike.
 */
public final class Sentiment {
    /** How somebody writes. */
    public enum Mood {
        UPSET,
        NEUTRAL,
        PLEASED,
        /** It cannot be told. */
        UNKNOWN;

        /** The word on the wire. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param probability of the likeliest mood, 0 to 1, also where that was too little to call it */
    public record Judged(Mood mood, double probability) {}

    /** From here on nine in ten of the texts that are called upset or pleased are so: of such that nothing learnt from. */
    private static final double SURE = 0.6;

    /** So many characters at the start; facts stand after it, and would drown what is felt. */
    private static final int START = 1_000;

    private static final int LAST_SENTENCES = 3;

    private static final Pattern COURTESY = Pattern.compile(
            "(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings)\\b[^.!?]{0,30}[,.!]?"
                    + "|(?:many |kind |best |warm |with )*(?:thanks|thank you|thx|cheers|regards|wishes|best|yours|sincerely)"
                    + "(?: (?:very much|so much|a lot|in advance|again|and|kind|best|regards|wishes|sincerely|faithfully|all))*[,.!]?"
                    + "|\\[person\\][,.]?)",
            Pattern.CASE_INSENSITIVE);

    private static final List<Mood> MOODS = List.of(Mood.UPSET, Mood.NEUTRAL, Mood.PLEASED);

    private final Embedder embedder;
    private final Trained trained;

    private Sentiment(Embedder embedder, Trained trained) {
        this.embedder = embedder;
        this.trained = trained;
    }

    /** Embeds some seven hundred phrasings and learns from them: ten seconds of a core. */
    public static Sentiment learn(Embedder embedder) {
        var lessons = phrasings()
                .parallel()
                .map(line -> new Lesson(line[0], null, EncodedText.of(line[1], embedder), 1))
                .toList();
        var moods = MOODS.stream().map(Mood::toString).toList();
        return new Sentiment(embedder, new Training(new Topics(moods, moods), lessons).run());
    }

    /** Name of what judges, with the beginning of the hash of all that it has learnt. */
    public String model() {
        return "%s/sentiment#%s".formatted(embedder.model(), trained.hash().substring(0, 8));
    }

    public Judged of(String text) {
        if (text.isBlank()) return new Judged(Mood.UNKNOWN, 0);
        var meant = withoutCourtesy(text);
        var probabilities = parts(meant.isEmpty() ? text : meant).stream()
                .map(this::probabilities)
                .min(Comparator.comparingDouble(part -> part[MOODS.indexOf(Mood.NEUTRAL)]))
                .orElseThrow();
        int best = 0;
        for (int i = 1; i < MOODS.size(); i++) if (probabilities[i] > probabilities[best]) best = i;
        return new Judged(probabilities[best] < SURE ? Mood.UNKNOWN : MOODS.get(best), probabilities[best]);
    }

    private double[] probabilities(String text) {
        var encoded = EncodedText.of(text, embedder);
        return trained.byAll(encoded.vector(), trained.vocabulary().vector(encoded.terms()));
    }

    /** Without lines that greet and take leave: whoever writes a letter thanks in advance. */
    private static String withoutCourtesy(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !COURTESY.matcher(line).matches())
                .collect(Collectors.joining("\n"));
    }

    /** The whole; of a long text start and end, of which the one counts that is less calm. */
    private static List<String> parts(String text) {
        if (text.length() <= START) return List.of(text);
        var rest = Sentences.of(text.substring(START), "en");
        return List.of(
                text.substring(0, START),
                String.join(" ", rest.subList(Math.max(0, rest.size() - LAST_SENTENCES), rest.size())));
    }

    private static Stream<String[]> phrasings() {
        try (var file = Sentiment.class.getResourceAsStream("sentiment.tsv")) {
            if (file == null) throw new IllegalStateException("sentiment.tsv is not on the class path");
            var lines = new ArrayList<String[]>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(lines::add);
            return lines.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
