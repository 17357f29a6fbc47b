package groundswell.routing.http;

import groundswell.routing.PromisedTimes.PromisedTime;
import groundswell.routing.RoutingEvent.DecidedBy;
import groundswell.routing.TimeTarget;
import io.quarkus.qute.TemplateExtension;
import java.util.Locale;

/** How pages say codes and figures. */
@TemplateExtension
public final class Wording {
    /** {@code web_form} → {@code Web form}. */
    static String label(String code) {
        var plain = code.replace('_', ' ').replace('-', ' ');
        return plain.isEmpty() ? plain : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }

    static String label(Enum<?> code) {
        return label(code.toString());
    }

    static String promise(PromisedTime time) {
        return promise(TimeTarget.valueOf(time.target().toUpperCase(Locale.ROOT)));
    }

    static String promise(TimeTarget target) {
        return switch (target) {
            case TEAM -> "To a team";
            case FIRST_REPLY -> "First reply";
            case NEXT_REPLY -> "Next reply";
            case RESOLUTION -> "Solved";
        };
    }

    static String who(DecidedBy decidedBy) {
        return switch (decidedBy) {
            case RULE -> "A rule";
            case MODEL -> "Its text";
            case AGENT -> "An agent";
            case NONE -> "Nobody yet";
        };
    }

    /** {@code 0.934} → {@code 93 %}, with a space that does not break. */
    static String percent(double share) {
        if (share > 0.99 && share < 1) return "over 99\u00a0%";
        return hundredths(share) + "\u00a0%";
    }

    static long hundredths(double share) {
        return Math.round(share * 100);
    }

    private Wording() {}
}
