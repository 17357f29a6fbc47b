package groundswell.insights;

import java.util.function.Function;

/** Counts and waiting times that are all of one moment; reading them together also costs less. */
public record Readings(Counts counts, Replies replies) {
    /** Where they come from. */
    public interface Source {
        /** Holds a connection while {@code reading} goes on: whatever else is needed is to be read before. */
        <T> T atOnce(Function<Readings, T> reading);
    }
}
