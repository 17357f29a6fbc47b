package groundswell.language.redaction;

import static groundswell.language.redaction.SpanType.COMPANY;
import static groundswell.language.redaction.SpanType.PERSON;
import static groundswell.language.redaction.SpanType.REFERENCE;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms in which a known person, company or account turns up in a text. */
final class KnownNames {
    private static final String LEGAL =
            "(?i)[, ]+(?:gmbh(?: & co\\.? kg)?|ag|kg|se|ltd\\.?|limited|plc|inc\\.?|incorporated|llc|llp|lp|corp\\.?"
                    + "|corporation|co\\.?|company|pty\\.?|s\\.?a\\.?r?\\.?l?\\.?|s\\.?l\\.?|s\\.?p\\.?a\\.?|s\\.?r\\.?l\\.?|b\\.?v\\.?|n\\.?v\\.?|ab|as|aps|oy|sp\\. z o\\.?o\\.?|pvt\\.?|bhd|group|holdings?)$";

    /** Mail addresses that everyone has: they name no company, and "info" names no person. */
    private static final Set<String> ANYONES = Set.of(
            "gmail",
            "googlemail",
            "outlook",
            "hotmail",
            "live",
            "yahoo",
            "icloud",
            "aol",
            "gmx",
            "web",
            "proton",
            "protonmail",
            "mail",
            "example",
            "test",
            "info",
            "support",
            "office",
            "sales",
            "admin",
            "team",
            "hello",
            "contact",
            "accounts",
            "billing",
            "post",
            "help",
            "finance",
            "service",
            "noreply",
            "no-reply",
            "it",
            "hr",
            "me",
            "dev",
            "ops");

    static Finder of(Identity identity) {
        return Finder.all(List.of(
                Terms.finder(PERSON, people(identity)),
                Terms.finder(COMPANY, companies(identity)),
                Terms.finder(REFERENCE, identity.accounts())));
    }

    private static Set<String> people(Identity identity) {
        var words = new LinkedHashSet<String>();
        identity.names().forEach(name -> addPerson(name, words));
        identity.emails().stream().map(KnownNames::localPart).forEach(part -> addMailbox(part, words));
        return words;
    }

    /** The whole name, each part of it, German spelling of umlauts, and "A. Kowalska". */
    private static void addPerson(String name, Set<String> words) {
        words.add(name);
        var parts = Stream.of(name.split("[\\s,.]+"))
                .filter(part -> part.length() > 1)
                .toList();
        words.addAll(parts);
        parts.forEach(part -> words.addAll(List.of(part.split("-"))));
        if (parts.size() > 1) {
            words.add(parts.getFirst().charAt(0) + ". " + parts.getLast());
            words.add(parts.getFirst() + " " + parts.getLast().charAt(0) + ".");
            words.add(parts.getLast() + ", " + parts.getFirst());
        }
        List.copyOf(words).stream().map(KnownNames::umlautsSpeltOut).forEach(words::add);
        words.removeIf(word -> word.length() < 2);
    }

    private static void addMailbox(String mailbox, Set<String> words) {
        if (!ANYONES.contains(mailbox)) {
            words.add(mailbox);
            Stream.of(mailbox.split("[._+\\d-]+"))
                    .filter(part -> part.length() > 2 && !ANYONES.contains(part))
                    .forEach(words::add);
        }
    }

    private static Set<String> companies(Identity identity) {
        var words = new LinkedHashSet<String>();
        identity.companies().forEach(company -> addCompany(company, words));
        identity.emails().stream()
                .map(KnownNames::domain)
                .filter(domain -> domain.length() > 2 && !ANYONES.contains(domain))
                .forEach(domain -> addCompany(domain.replace('-', ' '), words));
        return words;
    }

    /** With and without legal form, its first word where that is a name, its first two words, and its initials. */
    private static void addCompany(String company, Set<String> words) {
        words.add(company);
        var plain =
                company.replaceFirst(LEGAL, "").replaceFirst("^(?i:the) ", "").strip();
        words.add(plain);
        var parts = Stream.of(plain.split("[\\s&.-]+"))
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() > 1) {
            words.add(String.join(" ", parts));
            words.add(String.join(" ", parts.subList(0, 2)));
            var named = new ArrayList<>(parts);
            named.removeIf(part -> part.length() < 3 || EverydayWords.contains(part));
            words.addAll(named);
        }
        if (parts.size() > 2) {
            words.add(parts.stream()
                    .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT))
                    .collect(Collectors.joining()));
        }
        words.removeIf(String::isBlank);
        List.copyOf(words).stream().map(KnownNames::umlautsSpeltOut).forEach(words::add);
    }

    private static String umlautsSpeltOut(String word) {
        return word.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue");
    }

    private static String localPart(String email) {
        return email.toLowerCase(Locale.ROOT).replaceFirst("@.*", "");
    }

    /** {@code blue-harbor} of {@code anna@mail.blue-harbor.co.uk}. */
    private static String domain(String email) {
        var labels =
                List.of(email.toLowerCase(Locale.ROOT).replaceFirst(".*@", "").split("\\."));
        if (labels.size() < 2) {
            return "";
        }
        boolean twoPartEnding =
                labels.size() > 2 && labels.get(labels.size() - 2).length() <= 3;
        return labels.get(labels.size() - (twoPartEnding ? 3 : 2));
    }

    private KnownNames() {}
}
