package groundswell.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks of a ticket. Each part lists what is accepted, one of them is enough; an empty part accepts anything;
 * every part must hold. Words are whole words or phrases of the text; languages are ISO 639-1 codes.
 */
public record Condition(
        Set<String> channels,
        Set<String> accounts,
        Set<String> plans,
        @Nullable Boolean bigCustomer,
        Set<String> tags,
        Set<String> priorities,
        Set<String> productAreas,
        Set<String> words,
        Set<String> languages) {
    /** A part left out, as in a file, accepts anything. */
    @SuppressWarnings("NullAway") // absent parts are null until here
    public Condition {
        channels = given(channels);
        accounts = given(accounts);
        plans = given(plans);
        tags = given(tags);
        priorities = given(priorities);
        productAreas = given(productAreas);
        words = given(words);
        languages = given(languages);
    }

    public static final Condition ANY =
            new Condition(Set.of(), Set.of(), Set.of(), null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public boolean matches(TicketFacts ticket) {
        return missing(ticket).isEmpty();
    }

    /** The parts that do not hold, in the order of this record: an empty list is a match, a short one a near miss. */
    public List<String> missing(TicketFacts ticket) {
        var missing = new ArrayList<String>();
        if (!accepts(channels, ticket.channel())) missing.add("channels");
        if (!accepts(accounts, ticket.account())) missing.add("accounts");
        if (!accepts(plans, ticket.plan())) missing.add("plans");
        if (bigCustomer != null && bigCustomer != ticket.bigCustomer()) missing.add("bigCustomer");
        if (!tags.isEmpty() && ticket.tags().stream().noneMatch(tag -> accepts(tags, tag))) missing.add("tags");
        if (!accepts(priorities, ticket.priority())) missing.add("priorities");
        if (!accepts(productAreas, ticket.productArea())) missing.add("productAreas");
        if (!words.isEmpty() && !mentions(ticket.text())) missing.add("words");
        if (!accepts(languages, ticket.language())) missing.add("languages");
        return missing;
    }

    public boolean readsText() {
        return !words.isEmpty() || !languages.isEmpty();
    }

    private boolean mentions(@Nullable String text) {
        if (text == null) return false;
        var spaced = spaced(text);
        return words.stream().anyMatch(word -> spaced.contains(spaced(word)));
    }

    private static boolean accepts(Set<String> accepted, @Nullable String value) {
        return accepted.isEmpty() || (value != null && accepted.stream().anyMatch(value::equalsIgnoreCase));
    }

    private static Set<String> given(@Nullable Set<String> part) {
        return part == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(part));
    }

    /** Lower case, everything but letters and digits as one space, a space at both ends: whole words can be looked up. */
    private static String spaced(String text) {
        return ' '
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip()
                + ' ';
    }
}
