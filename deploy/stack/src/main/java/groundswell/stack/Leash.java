package groundswell.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/**
 * Ends other processes when this JVM dies, however it dies. A small shell holds the far end of a pipe; the kernel closes
 * the pipe even after {@code kill -9}, and the shell then signals every process it was told of and has not seen released.
 */
public final class Leash {
    /** {@code hold SIGNAL PID} and {@code release PID}, line by line; the end of input is the end of this JVM. */
    private static final String SHELL = """
            trap '' INT TERM HUP
            held=
            while read -r what one two; do
              case $what in
                hold) held="$held $one:$two" ;;
                release) kept=; for h in $held; do [ "${h#*:}" = "$one" ] || kept="$kept $h"; done; held=$kept ;;
              esac
            done
            for h in $held; do kill -"${h%%:*}" "${h#*:}" 2>/dev/null; done
            tries=0
            while [ $tries -lt 100 ]; do
              alive=
              for h in $held; do kill -0 "${h#*:}" 2>/dev/null && alive=1; done
              [ -n "$alive" ] || exit 0
              sleep 0.1
              tries=$((tries + 1))
            done
            for h in $held; do kill -KILL "${h#*:}" 2>/dev/null; done
            """;

    private static final Leash OF_THIS_JVM = new Leash();

    private final Writer orders;

    private Leash() {
        try {
            var shell = new ProcessBuilder("sh", "-c", SHELL, "groundswell-leash")
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            orders = shell.outputWriter(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("No shell to watch over child processes", e);
        }
    }

    /** The process gets this signal (such as {@code TERM}) when this JVM is gone, and {@code KILL} ten seconds later. */
    public static void hold(long pid, String signal) {
        OF_THIS_JVM.say("hold " + signal + " " + pid);
    }

    /** The process has ended: its number may soon be another's. */
    public static void release(long pid) {
        OF_THIS_JVM.say("release " + pid);
    }

    private synchronized void say(String line) {
        try {
            orders.write(line + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The shell that watches over child processes is gone", e);
        }
    }
}
