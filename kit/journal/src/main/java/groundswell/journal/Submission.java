package groundswell.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command on its way to a stream.
 *
 * @param stream the stream's id; what stands before a {@code /} is the Kafka key, so {@code <ticket>/refusals} shares the
 *     ticket's slot
 * @param expected {@link #ANY}, {@link #NEW}, or the version the stream must have
 * @param request the caller's idempotency key, if it sent one
 * @param naturalKeys names the new stream claims; if one is taken the answer is the stream that has it
 */
public record Submission<C>(
        String stream, C command, long expected, @Nullable Request request, List<NaturalKey> naturalKeys, Cause cause) {
    /** Any version will do. */
    public static final long ANY = -1;

    /** The stream must not exist yet. */
    public static final long NEW = 0;

    public static <C> Submission<C> of(String stream, C command, Cause cause) {
        return new Submission<>(stream, command, ANY, null, List.of(), cause);
    }

    public Submission<C> expecting(long version) {
        return new Submission<>(stream, command, version, request, naturalKeys, cause);
    }

    public Submission<C> with(@Nullable Request once) {
        return new Submission<>(stream, command, expected, once, naturalKeys, cause);
    }

    public Submission<C> claiming(List<NaturalKey> keys) {
        return new Submission<>(stream, command, expected, request, keys, cause);
    }
}
