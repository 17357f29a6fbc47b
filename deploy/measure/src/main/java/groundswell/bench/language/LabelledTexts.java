package groundswell.bench.language;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import groundswell.language.Embedder;
import groundswell.language.EncodedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Texts whose label is known, split with a seed: of each label a fifth is held out.
 *
 * @param training the rest, label by label, in shuffled order
 */
record LabelledTexts(List<Labelled> training, List<Labelled> heldOut) {
    private static final double HELD_OUT = 0.2;

    record Labelled(String text, String label, EncodedText encoded) {}

    /** A CSV file with a heading: the text first, then its label. */
    static LabelledTexts read(Path file, long seed, Embedder embedder) throws IOException {
        var byLabel = rows(file, embedder).stream()
                .collect(Collectors.groupingBy(Labelled::label, TreeMap::new, Collectors.toCollection(ArrayList::new)));
        var random = new Random(seed);
        var training = new ArrayList<Labelled>();
        var heldOut = new ArrayList<Labelled>();
        for (var texts : byLabel.values()) {
            Collections.shuffle(texts, random);
            int aside = (int) Math.round(texts.size() * HELD_OUT);
            heldOut.addAll(texts.subList(0, aside));
            training.addAll(texts.subList(aside, texts.size()));
        }
        return new LabelledTexts(training, heldOut);
    }

    /** Up to {@code each} texts of every label. */
    List<Labelled> few(int each) {
        return training.stream()
                .collect(Collectors.groupingBy(Labelled::label, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(texts -> texts.stream().limit(each))
                .toList();
    }

    private static List<Labelled> rows(Path file, Embedder embedder) throws IOException {
        try (MappingIterator<String[]> lines = new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .readerFor(String[].class)
                .readValues(Files.newBufferedReader(file))) {
            return lines.readAll().stream()
                    .skip(1)
                    .map(cells -> new Labelled(cells[0], cells[1], EncodedText.of(cells[0], embedder)))
                    .toList();
        }
    }
}
