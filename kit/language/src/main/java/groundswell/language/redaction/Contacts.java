package groundswell.language.redaction;

import static groundswell.language.redaction.SpanType.EMAIL;
import static groundswell.language.redaction.SpanType.HANDLE;
import static groundswell.language.redaction.SpanType.IP_ADDRESS;
import static groundswell.language.redaction.SpanType.LINK;
import static groundswell.language.redaction.SpanType.PERSON;
import static groundswell.language.redaction.SpanType.PHONE;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.validator.routines.InetAddressValidator;

/** Ways to reach a person or a machine of theirs: e-mail, links, network addresses, phones, handles, user folders. */
final class Contacts {
    private static final String DOTS = "(?:\\.|\\s?[\\[(]?\\bdot\\b[\\])]?\\s?)";
    private static final String TOP_LEVEL =
            "(?:com|org|net|io|co|ai|app|dev|cloud|info|biz|eu|uk|de|fr|es|it|nl|be|at|ch|pl|pt|se"
                    + "|no|fi|dk|ie|cz|ro|gr|us|ca|mx|br|ar|au|nz|in|jp|cn|kr|sg|hk|za|ng|ke|eg|tr|il|ae|sa|ru|ua|example|test|local|internal|shop|store|online|site|tech|gov|edu)";

    /** Countries whose numbers are recognised without a plus sign. */
    private static final List<String> COUNTRIES =
            List.of("US", "GB", "DE", "FR", "ES", "IT", "NL", "PL", "IN", "AU", "BR", "JP");

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private static final Pattern DIGITS = Pattern.compile("(?<![\\w.,-])[(]?\\d(?:[ ()./-]{0,2}\\d){7,13}(?![\\w-])");

    private static final Pattern OF_HANDLES =
            Pattern.compile("(?i)\\b(?:user ?names?|log-?ins?|handles?|user ids?|nick ?names?)\\b");

    private static final Finder DOTTED = Finder.of(
            HANDLE,
            "(?<![\\w@./-])[a-z][a-z\\d]+(?:[._][a-z\\d]+){1,4}(?<!\\.(?:csv|pdf|xlsx?|docx?|txt|json|xml|html?|png|jpe?g|zip|exe|log|js|py|java))(?![\\w-])");

    static final Finder FINDER = Finder.all(List.of(
            Finder.of(EMAIL, "[\\w.+%'-]{1,64}@[\\w-]++(?:\\.[\\w-]++)+"),
            Finder.of(EMAIL, "[\\w.+-]{1,64}\\s?[\\[(]\\s?(?:at|@)\\s?[\\])]\\s?[\\w-]+(?:" + DOTS + "[\\w-]+){1,4}"),
            Finder.of(EMAIL, "\\b[\\w.+-]{1,64} at [\\w-]+(?: dot [\\w-]+){1,4}\\b"),
            Finder.of(
                    LINK,
                    "\\b(?:https?|ftps?|sftp|wss?|file|mailto|slack|zoommtg)://?[^\\s<>\"']+[^\\s<>\"'.,;:!?)\\]]"),
            Finder.of(LINK, "\\bwww\\.[^\\s<>\"']+[^\\s<>\"'.,;:!?)\\]]"),
            Finder.of(
                    LINK,
                    "(?<![\\w@.-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,5}" + TOP_LEVEL
                            + "(?![\\w-])(?:/[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]])?"),
            Finder.of(
                    IP_ADDRESS,
                    "(?<![\\w.])(?:\\d{1,3}\\.){3}\\d{1,3}(?:[:/]\\d{1,5})?(?![\\w.]\\d)",
                    ip -> InetAddressValidator.getInstance().isValidInet4Address(ip.replaceFirst("[:/].*", ""))),
            Finder.of(
                    IP_ADDRESS,
                    "(?<![\\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:(?<=:)(?:\\d{1,3}\\.){3}\\d{1,3})?(?![\\w:])",
                    ip -> InetAddressValidator.getInstance().isValidInet6Address(ip)),
            Finder.of(IP_ADDRESS, "(?<![\\w:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\\w:-])"),
            text -> OF_HANDLES.matcher(text.text()).find() ? DOTTED.find(text) : Stream.empty(),
            Contacts::phones,
            Finder.of(
                    PHONE,
                    "\\b(?:tel|phone|telephone|mobile|cell|fax|whatsapp|call me (?:at|on)|reach me (?:at|on)|ring me"
                            + " on)\\b[ .:#]*(?:is |number |no\\.? )*[ :]*(?<it>[+(]?\\d[\\d"
                            + " ()./-]{4,20}\\d(?:\\s?(?:ext|x|extension)\\.?\\s?\\d{1,6})?)"),
            Finder.of(
                    PHONE,
                    "(?<![\\w.,-])[+(]?\\d{2,4}\\)?[ ./-]{1,2}\\d{3,4}[ ./-]\\d{3,4}(?:[ ./-]\\d{2,4})?(?![\\w-])"),
            Finder.of(PHONE, "\\b(?:ext|extension)\\.?:? ?(?<it>\\d{2,6})\\b"),
            Finder.of(HANDLE, "(?<![\\w@/.])@[a-z0-9_][\\w.-]{1,38}(?<![.-])"),
            Finder.of(HANDLE, "<@\\w{3,}>|\\bu/[\\w-]{3,}|\\blive:[\\w.]+|\\b\\w{2,32}#\\d{4}\\b"),
            Finder.of(HANDLE, "(?<![\\w@.-])[a-z]{2,20}_\\d{1,6}(?![\\w-])"),
            Finder.of(
                    PERSON,
                    "(?<![\\w@.-])(?:[a-z][a-z\\d]{0,30}(?:[._][a-z\\d]{1,30}){1,4}|[a-z]{3,20}\\d{1,5})(?![\\w-])",
                    Contacts::holdsName),
            Finder.of(
                    HANDLE,
                    "\\b(?:users?|user ?names?|logins?|handles?)(?: (?:is|was|named|called))?"
                            + " (?<it>[a-z]+[._\\d][\\w.]*\\w(?:(?:, | and | or )[a-z]+[._\\d][\\w.]*\\w){0,9})"),
            Finder.of(
                    HANDLE,
                    "\\b(?:user ?name|user ?id|login|handle|skype|telegram|discord|slack)(?: (?:is|was))? ?[:=]"
                            + " ?\"?(?<it>[\\w.@#-]{2,60})"),
            Finder.of(
                    PERSON,
                    "(?:/home/|/Users/|\\\\Users\\\\|Documents and Settings\\\\)(?<it>[^/\\\\\\s:*?\"<>|]{2,40})")));

    /** "ewan_pb", "polly.haverford7": a list of names has one of its parts. */
    private static boolean holdsName(String word) {
        return Stream.of(word.split("[._\\d]+")).anyMatch(NameLists::isNothingElse);
    }

    /** Numbers with a plus sign, and digits that somewhere would reach a telephone. */
    private static Stream<Span> phones(Folded text) {
        var abroad = PHONES.findNumbers(text.text(), "ZZ", Leniency.POSSIBLE, 100);
        return Stream.concat(
                StreamSupport.stream(abroad.spliterator(), false)
                        .map(number -> text.span(number.start(), number.end(), PHONE)),
                DIGITS.matcher(text.text())
                        .results()
                        .limit(100)
                        .filter(match -> COUNTRIES.stream().anyMatch(country -> rings(match.group(), country)))
                        .map(match -> text.span(match.start(), match.end(), PHONE)));
    }

    private static boolean rings(String digits, String country) {
        try {
            return PHONES.isValidNumber(PHONES.parse(digits, country));
        } catch (NumberParseException e) {
            return false;
        }
    }

    private Contacts() {}
}
