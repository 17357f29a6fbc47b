package groundswell.language.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Words in small letters from a file beside this class, any number a line; {@code #} starts a remark. */
final class WordList {
    static Set<String> read(String file) {
        return words(lines(file));
    }

    /** The words below a remark that begins so. */
    static Set<String> readBelow(String remark, String file) {
        var lines = lines(file);
        return words(lines.subList(lines.indexOf("# " + remark) + 1, lines.size()));
    }

    private static Set<String> words(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> lines(String file) {
        try (InputStream stream = Objects.requireNonNull(WordList.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WordList() {}
}
