package groundswell.language.redaction;

import static groundswell.language.redaction.SpanType.ADDRESS;
import static groundswell.language.redaction.SpanType.BIRTH_DATE;
import static groundswell.language.redaction.SpanType.DATE;

import java.util.List;

/** Postal addresses and exact dates. A month or a weekday alone says too little about anyone to be removed. */
final class PlacesAndDates {
    private static final String WORD = "\\p{Lu}[\\p{L}'.-]{0,30}";
    private static final String ROAD =
            "(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|square|sq|terrace|way|parkway|pkwy"
                    + "|highway|hwy|close|crescent|row|quay|circle|trail|alley|walk|gardens|mews|hill|plaza"
                    + "|yard|grove|rise|cottages|loop|wharf|broadway|parade|promenade|vale|heights|esplanade)";
    private static final String STATE =
            "(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])";
    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
                    + "|januar|februar|marz|mai|juni|juli|oktober|okt|dezember|dez|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre"
                    + "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
                    + "|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)\\.?";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|\\.|er)?";
    private static final String YEAR = "(?:19|20)\\d{2}";
    private static final String EXACT = "(?:" + YEAR + "[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\\d|3[01])(?!\\d)"
            + "|(?<![\\d.])(?:0?[1-9]|[12]\\d|3[01])[-/.](?:0?[1-9]|[12]\\d|3[01])[-/.](?:" + YEAR
            + "|\\d{2})(?![\\d.]\\d)"
            + "|\\b" + DAY + " (?:of |de )?" + MONTH + "(?:,? (?:de )?" + YEAR + ")?\\b"
            + "|\\b" + MONTH + " (?:the )?" + DAY + "\\b(?:,? " + YEAR + "\\b)?)";

    static final Finder FINDER = Finder.all(List.of(
            Finder.of(
                    BIRTH_DATE,
                    "\\b(?:born(?: on)?|date of birth|birth ?date|birthday(?: is)?|d\\.?o\\.?b\\.?)[ :]*(?:is |on |the"
                            + " )*(?<it>"
                            + EXACT + "|(?:in )?" + YEAR + ")"),
            Finder.of(DATE, EXACT),
            Finder.of(
                    DATE,
                    "\\b(?:on|by|since|from|until|till|before|after|dated|am|seit|vom|le|el)"
                            + " (?<it>(?:0?[1-9]|[12]\\d|3[01])[/.](?:0?[1-9]|[12]\\d|3[01])\\.?)(?![\\d/.]*\\d)"),
            Finder.of(
                    ADDRESS,
                    "(?<![\\w.,#-])\\d{1,5}[a-z]?(?:-\\d{1,4})?,? (?:[NSEW]\\.? )?(?:(?-i:" + WORD
                            + "|\\d{1,3}(?:st|nd|rd|th)) ){1,4}" + ROAD + "\\b\\.?"
                            + "(?:,? (?:apt|suite|ste|unit|floor|flat|fl|#)\\.? ?\\w{1,5}\\b)?(?:,? (?-i:" + WORD
                            + ")(?: (?-i:" + WORD + "))?(?:,? " + STATE + ")?(?:,? \\d{5}(?:-\\d{4})?)?)?"),
            Finder.of(ADDRESS, "\\b(?:suite|ste|apt|apartment|flat|unit)\\.? #?\\d{1,5}[a-z]?\\b(?=,)"),
            Finder.of(
                    ADDRESS,
                    "\\b(?:at|to|in|address:?) (?<it>\\d{1,5}[a-z]? (?:[a-z'-]{3,20}"
                            + " ){1,2}(?:court|close|drive|place|row|square|hill|way|walk|view))\\b"),
            Finder.of(
                    ADDRESS,
                    "(?-i:\\b(?:[Tt]he )?" + WORD + "(?: " + WORD + "){0,2}, (?=\\d{1,4} (?:" + WORD
                            + " ){1,3})(?i:(?=[^\\n,]{1,60}\\b" + ROAD + "\\b)))"),
            Finder.of(ADDRESS, "\\b(?:suite|ste|apt|apartment|flat)\\.? #?(?<it>\\d{1,5}[a-z]?)\\b"),
            Finder.of(
                    ADDRESS,
                    "(?<![\\w.,#-])\\d{1,5}[a-z]?,? (?:[a-z'-]{3,20}"
                            + " ){1,3}(?:street|avenue|road|lane|boulevard|crescent|terrace|gardens)\\b(?:,?"
                            + " [a-z]{3,20}(?=,? [A-Z]{1,2}\\d|,? \\d{5}))?"),
            Finder.of(
                    ADDRESS,
                    "(?-i:\\b(?:Am|Im|Zum|Zur|An der|An den|Auf dem|Auf der|In der|Unter den) \\p{Lu}[\\p{L}-]+"
                            + " \\d{1,4}[a-z]?\\b(?:, \\d{4,5} "
                            + WORD + ")?)"),
            Finder.of(
                    ADDRESS,
                    "(?-i:\\b\\p{L}[\\p{L}-]{2,30}(?:strasse|str\\.|weg|platz|allee|gasse|ufer|damm|straat|laan|gracht|plein|gatan|vagen|gade|vej|veien|katu))\\s?\\d{1,4}"
                            + " ?[a-z]?\\b(?:,? (?:\\d{4,5}|\\d{3} \\d{2})(?: (?-i:[A-Z]{2}))?(?: (?-i:" + WORD
                            + "))?)?"),
            Finder.of(
                    ADDRESS,
                    "\\b(?:\\d{1,4}(?: ?(?:bis|ter))?,?"
                            + " )?(?:rue|boulevard|avenue|quai|place|chemin|viale|piazza|corso|calle|avenida|plaza|paseo|rua|praca|ulica|ul\\.|al\\.)"
                            + " (?:(?:de|du|des|la|le|les|del|della|dei|da|do|dos|el|los|las|d'|l') ?){0,3}(?-i:" + WORD
                            + ")(?: (?-i:" + WORD
                            + ")){0,2}(?:,? \\d{1,4}[a-z]?(?![\\w-]))?(?:,? (?:\\d{2}-?\\d{3}|\\d{4}(?:-\\d{3})?)(?:"
                            + " (?-i:"
                            + WORD
                            + "))?)?"),
            Finder.of(
                    ADDRESS,
                    "\\bvia (?-i:" + WORD + ")(?: (?-i:" + WORD + ")){0,2},? \\d{1,4}[a-z]?\\b(?:,? \\d{5}(?: (?-i:"
                            + WORD + "))?)?"),
            Finder.of(ADDRESS, "\\bp\\.? ?o\\.? ?box \\d{1,6}\\b"),
            Finder.of(ADDRESS, "(?-i:\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}\\b)"),
            Finder.of(ADDRESS, "(?-i:\\b[ABCEGHJ-NPRSTVXY]\\d[A-Z][ -]?\\d[A-Z]\\d\\b)"),
            Finder.of(ADDRESS, "(?:(?-i:" + WORD + "),? )?(?-i:\\b" + STATE + ") \\d{5}(?:-\\d{4})?\\b"),
            Finder.of(ADDRESS, "(?-i:\\b\\d{4} [A-Z]{2}\\b)(?: (?-i:" + WORD + "))?"),
            Finder.of(ADDRESS, "(?-i:(?<![\\w.,#-])(?:D-|CH-|A-|F-)?\\d{5} " + WORD + "\\b)", PlacesAndDates::isTown),
            Finder.of(ADDRESS, "\\b(?:address(?: is)?|ship(?: it)? to|deliver(?: it)? to)[:=] ?(?<it>[^\\n;]{6,120})"),
            Finder.of(
                    ADDRESS,
                    "\\b(?:lat(?:itude)?|gps|coordinates)\\b[ :=]*(?:is |are )?(?<it>-?\\d{1,3}\\.\\d{3,}[,"
                            + " ]+(?:lon(?:gitude)?[ :=]*)?-?\\d{1,3}\\.\\d{3,})"),
            Finder.of(
                    ADDRESS,
                    "\\b(?:zip|postcode|postal code|plz)(?: code)?[ :]*(?:is )?(?<it>[A-Z0-9](?:[A-Z0-9"
                            + " -]{2,8})[A-Z0-9])\\b",
                    code -> code.chars().anyMatch(Character::isDigit))));

    /** "10115 Berlin" is a place, "50000 Rows" hardly. */
    private static boolean isTown(String words) {
        return !words.endsWith("000 " + words.substring(words.lastIndexOf(' ') + 1));
    }

    private PlacesAndDates() {}
}
