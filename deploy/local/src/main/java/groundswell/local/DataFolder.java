package groundswell.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Everything a house keeps between runs, and the lock that lets one process at a time have it. The kernel drops the lock
 * when its holder dies, so a stale one does not exist.
 */
public final class DataFolder implements AutoCloseable {
    /** Another house lives on this data. */
    public static final class Held extends RuntimeException {
        Held(Path folder, String holder) {
            super("The data in " + folder + " is held by process " + holder
                    + ". Stop that one first, or choose another folder with --data.");
        }
    }

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    public static DataFolder open(Path folder) {
        try {
            var absolute = PrivateFiles.folder(folder.toAbsolutePath().normalize());
            var file = absolute.resolve("lock");
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!taken(channel)) {
                channel.close();
                throw new Held(absolute, Files.readString(file).strip());
            }
            var me = ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8));
            channel.truncate(0).write(me);
            return new DataFolder(absolute, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be used", e);
        }
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }

    public Path path() {
        return folder;
    }

    Path keys() {
        return folder.resolve("keys");
    }

    Path tokens() {
        return folder.resolve("tokens");
    }

    Path servicesFile() {
        return folder.resolve("services.json");
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    Path pidFile(Service service) {
        return PrivateFiles.folder(folder.resolve("run")).resolve(service.fullName() + ".pid");
    }

    Path log(Service service) {
        return PrivateFiles.folder(folder.resolve("logs")).resolve(service.fullName() + ".log");
    }

    Path demoMarker() {
        return folder.resolve("demo-loaded");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
