package groundswell.ticket.desk;

import groundswell.ticket.Channel;
import groundswell.ticket.EscalationReason;
import groundswell.ticket.ResolutionCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Codes and figures as people read them. */
public final class Words {
    public static String of(Channel channel) {
        return switch (channel) {
            case EMAIL -> "e-mail";
            case CHAT -> "chat";
            case WEB_FORM -> "web form";
            case SOCIAL -> "social media";
            case PHONE -> "phone";
            case API -> "API";
        };
    }

    public static String of(ResolutionCode code) {
        return switch (code) {
            case FIXED -> "Fixed";
            case ANSWERED -> "Answered";
            case WORKAROUND -> "Workaround";
            case DUPLICATE -> "Duplicate";
            case CANNOT_RESOLVE -> "Can’t be resolved";
        };
    }

    public static String of(EscalationReason reason) {
        return switch (reason) {
            case BUG -> "A bug";
            case MISSING_FUNCTIONALITY -> "Missing functionality";
            case POLICY -> "A policy of ours";
        };
    }

    /** @param score 1 to 5 */
    public static String ofScore(int score) {
        return switch (score) {
            case 1 -> "Very bad";
            case 2 -> "Bad";
            case 3 -> "All right";
            case 4 -> "Good";
            default -> "Very good";
        };
    }

    /** {@code 63} → {@code 1 h 3 min}; a dash while it has not happened. */
    public static String minutes(@Nullable Long minutes) {
        if (minutes == null) {
            return "–";
        }
        var time = Duration.ofMinutes(minutes);
        if (minutes < 60) {
            return minutes < 1 ? "under 1 min" : minutes + " min";
        }
        return time.toDays() > 0
                ? time.toDays() + " d" + (time.toHoursPart() > 0 ? " " + time.toHoursPart() + " h" : "")
                : time.toHours() + " h" + (time.toMinutesPart() > 0 ? " " + time.toMinutesPart() + " min" : "");
    }

    private Words() {}
}
