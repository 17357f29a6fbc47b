package groundswell.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** A text file of blocks: {@code @ name}, then one entry a line; {@code #} starts a remark. */
record Blocks(Map<String, List<String>> byName) {
    static Blocks read(String file) {
        var blocks = new LinkedHashMap<String, List<String>>();
        List<String> block = new ArrayList<>();
        for (var line : lines(file)) {
            if (line.startsWith("@ ")) {
                block = new ArrayList<>();
                blocks.put(line.substring(2).strip(), block);
            } else {
                block.add(line.strip());
            }
        }
        return new Blocks(blocks);
    }

    /** The lines of a file beside this class, without remarks. */
    static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Blocks.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String any(String name, Random random) {
        return pick(Objects.requireNonNull(byName.get(name), name), random);
    }

    static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
