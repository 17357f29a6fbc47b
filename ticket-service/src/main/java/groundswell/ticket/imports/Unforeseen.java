package groundswell.ticket.imports;

import org.jboss.logging.Logger;

/** A fault of ours that one row brought to light: the row is refused, and the log says where. Neither repeats the row. */
final class Unforeseen {
    private static final Logger LOG = Logger.getLogger(Unforeseen.class);

    static ImportError of(long row, RuntimeException fault) {
        log("A row of an import failed unforeseen", fault);
        return new ImportError(
                row, null, "cannot be taken over: a fault in this service, which is logged; the other rows go on");
    }

    /** An exception's own text may quote a customer and stays unsaid. */
    static void log(String what, RuntimeException fault) {
        var place = new RuntimeException(fault.getClass().getName());
        place.setStackTrace(fault.getStackTrace());
        LOG.error(what, place);
    }

    private Unforeseen() {}
}
