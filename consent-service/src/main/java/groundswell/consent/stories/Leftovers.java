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
        var byForm = Redaction.find(text, Identity.unknown());
        for (var span : Redaction.find(text, identity)) {
            var own = byForm.stream().noneMatch(other -> covers(other, span));
            if (own || NEVER.contains(span.type())) {
                faults.add(new Fault(
                        part,
                        "still holds " + StoryWriter.kind(span.type()).replace('_', ' ') + " at characters "
                                + span.start() + " to " + span.end()
                                + (own ? ", which is this customer's own" : "")));
            }
        }
    }

    private static boolean covers(Span one, Span other) {
        return one.start() <= other.start() && one.end() >= other.end();
    }

    private Leftovers() {}
}
