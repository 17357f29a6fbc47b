package groundswell.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Each start begins a new log and keeps the three before it: {@code ticket-service.log.1} is the latest of them. */
final class Logs {
    private static final int KEPT = 3;

    static void rotate(Path log) {
        try {
            for (int age = KEPT; age >= 1; age--) {
                var younger = age == 1 ? log : aged(log, age - 1);
                if (Files.exists(younger)) Files.move(younger, aged(log, age), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path aged(Path log, int age) {
        return log.resolveSibling(log.getFileName() + "." + age);
    }

    private Logs() {}
}
