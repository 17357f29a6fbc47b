package groundswell.local.demo;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Something the customers write about, with their words and the agents'.
 *
 * @param theme code of the default taxonomy that fits it
 * @param weight how common it is, against the others
 */
record Topic(
        String theme,
        double weight,
        String area,
        String type,
        List<String> subjects,
        List<String> bodies,
        List<String> answers) {
    /** The everyday topics. */
    static List<Topic> everyday() {
        return Blocks.read("themes.txt").byName().entrySet().stream()
                .map(block -> of(block.getKey(), block.getValue()))
                .toList();
    }

    /** A story of this month: {@code launch}, {@code launch-sync} or {@code exports}. */
    static Topic ofStory(String story) {
        var block = Blocks.read("surges.txt").byName().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(story + " |"))
                .findFirst()
                .orElseThrow();
        return of(block.getKey().replaceFirst("^[^|]+\\| ", "").replaceFirst(" \\|", " | 1 |"), block.getValue());
    }

    private static Topic of(String head, List<String> lines) {
        var cells = head.split(" \\| ");
        return new Topic(
                cells[0],
                Double.parseDouble(cells[1]),
                cells[2],
                cells[3],
                Stream.of(marked(lines, "s ").getFirst().split(" / ")).toList(),
                marked(lines, "b "),
                marked(lines, "a "));
    }

    private static List<String> marked(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }

    /** The team whose themes these are. */
    String team() {
        return theme.startsWith("product-") ? "product" : theme.startsWith("reliability-") ? "reliability" : "revenue";
    }

    static Topic weighted(List<Topic> topics, Random random) {
        double at =
                random.nextDouble() * topics.stream().mapToDouble(Topic::weight).sum();
        for (var topic : topics) {
            at -= topic.weight();
            if (at < 0) {
                return topic;
            }
        }
        return topics.getLast();
    }

    Topic weighing(double other) {
        return new Topic(theme, other, area, type, subjects, bodies, answers);
    }
}
