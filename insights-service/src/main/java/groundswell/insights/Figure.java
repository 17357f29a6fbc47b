package groundswell.insights;

import java.util.OptionalDouble;

/** A count of a window, beside that of the window before. */
public record Figure(long tickets, long before) {
    public static final Figure ZERO = new Figure(0, 0);

    public Figure plus(Figure other) {
        return new Figure(tickets + other.tickets, before + other.before);
    }

    /** Part of the whole, 0 to 1; nothing is no part of nothing. */
    public double shareOf(Figure all) {
        return all.tickets == 0 ? 0 : (double) tickets / all.tickets;
    }

    /** Growth against the window before: 0.2 is a fifth more. Undefined where there was nothing before. */
    public OptionalDouble velocity() {
        return before == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) tickets / before - 1);
    }

    /** Something where there was nothing. */
    public boolean isNew() {
        return before == 0 && tickets > 0;
    }
}
