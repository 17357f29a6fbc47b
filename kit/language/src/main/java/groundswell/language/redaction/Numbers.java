package groundswell.language.redaction;

import static groundswell.language.redaction.SpanType.AMOUNT;
import static groundswell.language.redaction.SpanType.BANK_ACCOUNT;
import static groundswell.language.redaction.SpanType.CARD;
import static groundswell.language.redaction.SpanType.PERSONAL_NUMBER;
import static groundswell.language.redaction.SpanType.REFERENCE;
import static groundswell.language.redaction.SpanType.SECRET;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** Numbers and codes that lead to one customer: bank accounts, cards, references, secrets; and amounts exact enough to. */
final class Numbers {
    private static final String THING =
            "(?:account|acct|a/c|invoice|inv|bill|order|purchase order|p\\.?o\\.?|ticket|case|request|incident"
                    + "|customer|client|contract|subscription|workspace|tenant|org(?:ani[sz]ation)?|project|user|member(?:ship)?|policy|ref(?:erence)?"
                    + "|transaction|txn|payment|transfer|tracking|shipment|serial|licen[cs]e|vat|tax|tin|passport|ssn|nin|siret|abn|employee"
                    + "|booking|confirmation|quote|device|job|run|trace|session|correlation|receipt|kundennummer|rechnung"
                    + "|badge|plan|meter|prescription|rx|folio|claim|voucher|coupon|batch|container|permit|registration|plate|complaint|parcel|circuit|terminal|file|patient|student|pension|dni|nie|nif|cpf|pesel|bsn|nhs|codice"
                    + " fiscale|national insurance|vertrag|auftrag|bestellung|commande|facture|pedido|factura)";

    /** Names of standards and signals that look like references and identify nobody. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?i)(?:utf|sha|iso|rfc|http|https|tls|ssl|aes|rsa|md|hs|rs|ecma|ipv|ip|oauth|web|win|mac|ios|php|ie|mp|h|a|b|e|x|y|q|p|v|covid|cve|php|java|jdk|node|gpt|usb|hdmi|top|tier|level|step|phase|sev|prio|error|err|code|status|port|part|page|row|line)[-_"
                    + " ]?[\\d.]{1,4}");

    /** "100MB" and "1080P" are sizes. */
    private static final Pattern MEASURE = Pattern.compile("\\d{1,5}[A-Z]{1,4}");

    /** More numbers after a thing: "invoices 55121, 55122 and 55123". */
    private static final Pattern LIST = Pattern.compile("(?i)\\b" + THING
            + "s?\\b[ :=#]{0,3}(?:\\w*\\d[\\w/-]*)?(?<more>(?:(?:, ?(?:and |or )?| and | or | &"
            + " |/)#?(?:(?=[\\w-]{0,24}\\d{3})[\\w-]{3,24})\\b){1,20})");

    private static final Pattern CODE = Pattern.compile("[\\w-]*\\d{3}[\\w-]*");

    static final Finder FINDER = Finder.all(List.of(
            Numbers::ibans,
            Finder.of(
                    BANK_ACCOUNT,
                    "\\b(?:iban|bic|swift|sort code|routing number|bank account)\\b(?: code| number| no\\.?)?(?: is)?["
                            + " :]*(?<it>[A-Z0-9](?:[A-Z0-9 -]{4,32})[A-Z0-9])",
                    code -> code.chars().anyMatch(Character::isDigit)
                            || !code.contains(" ") && code.equals(code.toUpperCase(Locale.ROOT))),
            Finder.of(CARD, "(?<![\\w])\\d(?:[ .-]?\\d){12,18}(?![\\w])", Numbers::isCard),
            Finder.of(CARD, "(?:[*xX•.]{2,4}[ -]?){1,4}(?<it>\\d{4})\\b"),
            Finder.of(
                    CARD,
                    "\\b(?:ending(?: in| with)?|ends (?:in|with)|last (?:four|4)(?: digits)?)(?: (?:is|are))?["
                            + " :]*(?<it>\\d{4})\\b"),
            Finder.of(
                    CARD,
                    "\\b(?:cards?|visa|mastercard|amex|carte|karte|tarjeta)\\b(?: (?:no\\.?|number|nr\\.?|with))?["
                            + " :#]*(?<it>\\d{4})\\b(?![ -]?\\d)"),
            Finder.of(
                    CARD,
                    "\\b(?:finissant par|terminada en|que termina en|endet auf|mit der endung|endend auf|che termina"
                            + " con)[ :]*(?<it>\\d{4})\\b"),
            Finder.of(CARD, "\\b(?:cvv|cvc|cvv2|csc)\\b[ :]*(?:is )?(?<it>\\d{3,4})\\b"),
            Finder.of(
                    REFERENCE,
                    "\\b" + THING
                            + "s?\\b ?(?:numbers?|nos?\\.?|nr\\.?|num|ids?|codes?|keys?|#|№)[ :=#.-]*(?:is |was |are"
                            + " )?\"?(?<it>[\\w/.-]*\\d[\\w/-]*)"),
            Finder.of(REFERENCE, "\\b" + THING + "s?\\b[ :=#\"(-]{1,3}(?<it>[\\w/-]*\\d[\\w/-]*)", Numbers::speaks),
            Finder.of(REFERENCE, "(?<![\\w&])#(?<it>[\\w-]*\\d{3,}[\\w-]*)"),
            Finder.of(
                    REFERENCE,
                    "(?<![\\w/.-])(?<it>[a-z]{1,8}[-_]\\d[\\w/-]*)(?![\\w-])",
                    it -> speaks(it) && !HARMLESS.matcher(it).matches()),
            Finder.of(REFERENCE, "(?<!\\w)[A-Z]{1,4}\\d{6,20}[A-Z0-9]{0,3}(?!\\w)"),
            Finder.of(
                    REFERENCE,
                    "(?-i:(?<![\\w/.-])(?=[A-Z]{0,19}\\d)(?=\\d{0,19}[A-Z])[A-Z0-9]{6,20}(?![\\w/]))",
                    it -> !HARMLESS.matcher(it).matches()
                            && !MEASURE.matcher(it).matches()),
            Finder.of(
                    REFERENCE,
                    "(?-i:(?<![\\w/.-])(?=[A-Z0-9/-]{0,30}[A-Z])[A-Z0-9]{1,12}(?:[-/][A-Z0-9]{1,12}){1,4}(?![\\w/-]))",
                    it -> speaks(it) && !HARMLESS.matcher(it).matches()),
            Finder.of(
                    REFERENCE, "\\b" + THING + "s?\\b[ :=#]{1,3}(?<it>\\d{2,6}(?: \\d{2,6}){1,5})\\b", Numbers::speaks),
            Numbers::listed,
            Finder.of(PERSONAL_NUMBER, "(?<![\\w-])\\d{3}-\\d{2}-\\d{4}(?![\\w-])"),
            Finder.of(REFERENCE, "(?<![\\w.,])\\d(?:[ -]?\\d){6,30}(?![\\w])"),
            Finder.of(REFERENCE, "\\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\\b"),
            Finder.of(REFERENCE, "\\b(?=\\w*\\d)(?=\\w*[a-f])[0-9a-f]{12,}\\b"),
            Finder.of(
                    SECRET,
                    "(?<![\\w-])(?![0-9a-f-]+(?![\\w-]))(?=[\\w-]{0,200}\\d)(?=[\\w-]{0,200}[a-z])[\\w-]{24,}(?:\\.[\\w-]{10,}){0,2}"),
            Finder.of(SECRET, "\\b(?:sk|pk|rk|api|key|tok|ghp|xox[bap])[_-][\\w-]{8,}"),
            Finder.of(
                    SECRET,
                    "\\b(?:password|passwd|pass ?code|pwd|pin)\\b(?: [a-z']{1,12}){1,4} (?:is|was|to|as):?"
                            + " \"?(?<it>(?=\\S{0,40}\\d)[^\\s,;\"]{4,40})"),
            Finder.of(
                    SECRET,
                    "(?-i:(?<!\\S)(?=\\S{0,40}[a-z])(?=\\S{0,40}[A-Z])(?=\\S{0,40}\\d)(?=\\S{1,40}[!$%^*?][a-zA-Z0-9])[\\w!$%^*?-]{6,40})"),
            Finder.of(
                    SECRET,
                    "\\b(?:password|passwd|pass ?code|pwd|pin|otp|secret|api[ _-]?key|access key|token)\\b(?: code)?"
                            + " ?(?:(?:is|was) ?)?(?:[:=] ?\"?|\")(?<it>[^\\s\"]{3,})"),
            Finder.of(
                    SECRET,
                    "\\b(?:password|passwd|pass ?code|pwd|pin|otp|secret|api[ _-]?key|access key|token|code)\\b"
                            + " (?:is|was) (?<it>(?=\\S*\\d)[^\\s,;]{3,})"),
            Finder.of(
                    AMOUNT,
                    "(?:[$€£¥₹]|\\b(?:usd|eur|gbp|chf|jpy|inr|cad|aud|pln|sek|nok|dkk|brl|zar|ngn)) ?(?<it>\\d[\\d,.'"
                            + " ]{0,20}\\d)(?!\\d)",
                    Numbers::isExact),
            Finder.of(
                    AMOUNT,
                    "(?<![\\w.,])(?<it>\\d[\\d,.' ]{0,20}\\d)"
                            + " ?(?:[$€£¥₹]|(?:usd|eur|gbp|chf|jpy|inr|cad|aud|pln|sek|nok|dkk|brl|zar|ngn|dollars?|euros?|pounds?|rupees|zloty)\\b)",
                    Numbers::isExact)));

    private static Stream<Span> listed(Folded text) {
        return LIST.matcher(text.text())
                .results()
                .flatMap(match -> CODE.matcher(match.group("more"))
                        .results()
                        .map(code -> text.span(
                                match.start("more") + code.start(), match.start("more") + code.end(), REFERENCE)));
    }

    /** The longest beginning that is an IBAN: people write on without a full stop. */
    private static Stream<Span> ibans(Folded text) {
        return Pattern.compile("(?<!\\w)[A-Za-z]{2}\\d{2}(?:[ -]?[A-Za-z0-9]){11,30}")
                .matcher(text.text())
                .results()
                .flatMap(match -> {
                    for (int end = match.end(); end - match.start() >= 15; end--) {
                        if (!endsWord(text.text(), end)) {
                            continue;
                        }
                        var code = text.text().substring(match.start(), end).replaceAll("[ -]", "");
                        if (IBANValidator.getInstance().isValid(code.toUpperCase(Locale.ROOT))) {
                            return Stream.of(text.span(match.start(), end, BANK_ACCOUNT));
                        }
                    }
                    return Stream.empty();
                });
    }

    private static boolean endsWord(String text, int end) {
        return Character.isLetterOrDigit(text.charAt(end - 1))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private static boolean isCard(String digits) {
        return LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits.replaceAll("\\D", ""));
    }

    /** Three digits or more make a number a name of something; "order 5 licences" names nothing. */
    private static boolean speaks(String code) {
        return code.chars().filter(Character::isDigit).count() >= 3;
    }

    /** Whole units of more than four digits, or of four with cents; an even amount of up to 9,999 is worth keeping. */
    private static boolean isExact(String amount) {
        var written = amount.strip();
        var whole = written.replaceFirst("[.,]\\d{1,2}$", "");
        long digits = whole.chars().filter(Character::isDigit).count();
        return digits > 4 || digits == 4 && !whole.equals(written) && !written.matches(".*[.,]0+");
    }

    private Numbers() {}
}
