package groundswell.consent.stories;

import static groundswell.language.redaction.SpanType.*;

import groundswell.consent.http.Problem.Fault;
import groundswell.language.redaction.Identity;
import groundswell.language.redaction.Redaction;
import groundswell.language.redaction.Span;
import groundswell.language.redaction.SpanType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The last look of a machine at what a person has approved: the customer's own name or company, and ways to reach them,
 * are refused even then. What only looks like a name, a date or an amount is the person's to judge.
 */
final class Leftovers {
    private static final Set<SpanType> NEVER = EnumSet.of(
            SECRET, BIRTH_DATE, PERSONAL_NUMBER, EMAIL, BANK_ACCOUNT, CARD, IP_ADDRESS, PHONE, HANDLE, LINK, ADDRESS);

    static List<Fault> inPlace(String place, Identity identity) {
        var faults = new ArrayList<Fault>();
        look("place", place, identity, faults);
        faults.removeIf(fault -> fault.message().startsWith("still holds link")
                && !fault.message().endsWith("own"));
        return faults;
    }

    static List<Fault> in(StoryText text, Identity identity) {
        var faults = new ArrayList<Fault>();
        look("problem", text.problem(), identity, faults);
        if (text.response() != null) {
            look("response", text.response(), identity, faults);
        }
        look("voice", text.voice(), identity, faults);
        return faults;
    }

    private static void look(String part, String text, Identity identity, List<Fault> faults) {
        var own = Redaction.known(text, identity);
        own.forEach(span -> faults.add(fault(part, span, ", which is this customer's own")));
        Redaction.find(text, Identity.unknown()).stream()
                .filter(span -> NEVER.contains(span.type()))
                .filter(span -> own.stream().noneMatch(known -> covers(known, span)))
                .forEach(span -> faults.add(fault(part, span, "")));
    }

    private static Fault fault(String part, Span span, String whose) {
        return new Fault(
                part,
                "still holds " + StoryWriter.kind(span.type()).replace('_', ' ') + " at characters " + span.start()
                        + " to " + span.end() + whose);
    }

    private static boolean covers(Span one, Span other) {
        return one.start() <= other.start() && one.end() >= other.end();
    }

    private Leftovers() {}
}
