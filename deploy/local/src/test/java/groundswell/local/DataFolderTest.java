package groundswell.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void a_second_house_is_told_which_process_holds_the_data() {
        try (var _ = DataFolder.open(folder)) {
            assertThatExceptionOfType(DataFolder.Held.class)
                    .isThrownBy(() -> DataFolder.open(folder))
                    .withMessageContaining("process " + ProcessHandle.current().pid())
                    .withMessageContaining("--data");
        }
        DataFolder.open(folder).close();
    }

    @Test
    void tokens_and_keys_are_readable_by_their_owner_only() throws IOException {
        var keys = Keys.in(folder.resolve("keys"));
        new Tokens(keys.privateKey()).writeTo(folder.resolve("tokens"));
        for (var role : Persona.roles()) {
            assertThat(mode(folder.resolve("tokens").resolve(role + ".jwt"))).isEqualTo("rw-------");
        }
        try (var files = Files.list(folder.resolve("keys"))) {
            assertThat(files)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
        }
        assertThat(mode(folder.resolve("tokens"))).isEqualTo("rwx------");
    }

    @Test
    void keys_stay_the_same_for_the_same_data() {
        var first = Keys.in(folder.resolve("keys"));
        assertThat(Keys.in(folder.resolve("keys"))).isEqualTo(first);
    }

    @Test
    void each_start_begins_a_new_log_and_keeps_three() throws IOException {
        var log = folder.resolve("x.log");
        for (int run = 1; run <= 6; run++) {
            Logs.rotate(log);
            Files.writeString(log, "run " + run);
        }
        assertThat(log).hasContent("run 6");
        assertThat(folder.resolve("x.log.3")).hasContent("run 3");
        assertThat(folder.resolve("x.log.4")).doesNotExist();
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
