package groundswell.language.redaction;

import static groundswell.language.redaction.SpanType.COMPANY;
import static groundswell.language.redaction.SpanType.PERSON;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Names that nobody told us, given away by what stands around them: greetings, signatures, "my colleague …", "… GmbH". */
final class NameCues {
    private static final String NAME = "(?-i:(?!I')\\p{Lu}[\\p{L}'-]{0,30}\\p{L})";
    private static final String NAMES =
            NAME + "(?: (?:(?-i:van|von|de|der|den|da|dos|del|di|bin|al|el|la|le|ten) ){0,2}" + NAME + "){0,3}";
    private static final String FORM = "(?:GmbH(?: & Co\\.?"
            + " KG)?|AG|KG|Ltd|Limited|PLC|Inc|LLC|LLP|Corp|Corporation|Pty|S\\.A\\.|SAS|SARL|S\\.L\\.|S\\.p\\.A\\.|S\\.r\\.l\\.|B\\.V\\.|BV|N\\.V\\.|AB|ApS|Oy|Pvt)";
    private static final String ROLE =
            "(?:colleague|co-?worker|boss|manager|supervisor|ceo|cto|cfo|coo|founder|assistant|wife|husband|son|daughter|brother|sister|mother|father|friend|director|developer|accountant|bookkeeper|lawyer|team"
                    + " ?mate|partner|team lead|head of"
                    + " \\w+|engineer|intern|secretary|consultant|contractor|owner|agent|rep)";

    private static final List<Finder> PEOPLE = List.of(
            person("(?:^|[\\n"
                    + ".!?] *)(?:hi|hello|hey|hiya|dear|good"
                    + " (?:morning|afternoon|evening|day)|hola|bonjour|hallo|ciao|greetings)(?: there)?,? (?<it>"
                    + NAMES + ")(?= *(?:[,!.:;\\n-]|$))"),
            person("\\b(?:thanks|thank you|thx|cheers|kudos|shout-?out)(?: (?:so much|a lot|again|very much))?,?(?:"
                    + " to)? (?<it>"
                    + NAMES + ")(?= *(?:[,!.:;\\n-]|$| (?:for|from|who|and)\\b))"),
            person(
                    "\\b(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|herrn?|frau|mme|monsieur|madame|senor|senora|sig)\\b\\.?"
                            + " (?<it>"
                            + NAMES + ")"),
            person("\\b(?:ich heisse|mein name ist|ich bin|hier ist|hier spricht|je m'appelle|je suis|mon nom est|me"
                    + " llamo|mi nombre es|soy|habla|mi chiamo|sono|meu nome e|me chamo|ik"
                    + " ben|mijn naam is) (?<it>" + NAMES + ")"),
            person("\\b(?:my name is|my name's|name ?:|signed|attn\\.?:?|c/o|on behalf of|kind regards from) (?<it>"
                    + NAMES + ")"),
            person("\\b(?:i am|i'm|this is|it is|it's|here is) (?<it>" + NAMES
                    + ")(?=,? (?:from|at|here|of|with|speaking|again)\\b|,"
                    + " (?:the|an?|our|head|cto|ceo|cfo|owner|admin))"),
            person("\\b(?:my|our|your|the|his|her|their) " + ROLE
                    + ",? (?:is |was |named |called |by the name of )?(?<it>" + NAMES + ")"),
            person("\\b(?<it>" + NAMES + "),? (?:my|our|your|the) (?:new |former )?" + ROLE + "\\b"),
            person(
                    "\\b(?:spoke|speaking|talked|talking|chatted|call|met|meeting|emailed|wrote|writing|agreed|discussed)(?:"
                            + " (?:earlier|yesterday|today|last week))? (?:to|with) (?<it>"
                            + NAMES + ")"),
            person(
                    "\\b(?:cc(?:'d|ed|ing)?|ask|asked|tell|told|contact|invite|invited|remove|removed|add|added|call|phone|help(?:ed)?(?:"
                            + " by)?|handled by|assigned to|answered by|deactivate|delete|replace|reset)(?:"
                            + " (?:user|member|agent|colleague))? (?<it>" + NAME + " " + NAME + ")\\b"),
            person("\\b(?<it>" + NAME + " " + NAME + ") (?:from|in|at|of) (?:your|our|the|my)\\b"),
            person("\\b(?<it>" + NAMES
                    + ") (?:told|said|promised|wrote|replied|answered|called|helped|assured|confirmed|explained|left"
                    + " (?:us|the)|joined|resigned|quit)\\b"),
            person("(?:\\b(?:regards|best|best wishes|cheers|thanks|thank you|thx|many thanks|sincerely|yours|yours"
                    + " truly|br|rgds|greetings|saludos|gruesse|cordialement|cordially|respectfully|warmly|take"
                    + " care)\\b[,.!]* ?[\\n"
                    + "-]{1,4}\\s{0,4}(?:- ?)?)(?<it>"
                    + NAMES + ")"),
            person("(?:\\b(?:regards|best wishes|sincerely|br|rgds),? )(?<it>" + NAMES + ")(?=[.\\s]{0,8}$)"),
            person("(?:\\n|[.!?] )\\s{0,4}(?:-{1,2}|~) ?(?<it>" + NAMES + ")(?=[.\\s]{0,8}$)"),
            person("\\n\\s{0,4}(?<it>" + NAME + "(?: " + NAME + "){0,2})(?=[.\\s]{0,8}$)"));

    private static final List<Finder> COMPANIES = List.of(
            Finder.of(
                    COMPANY,
                    "(?<it>(?-i:\\p{Lu}[\\p{L}\\p{N}&'-]{0,30}(?: (?:&|and|\\p{Lu}[\\p{L}\\p{N}&'-]{0,30})){0,4}),?"
                            + " (?-i:"
                            + FORM + ")(?![\\p{L}\\p{N}])(?-i:\\.(?= \\p{Ll}))?)"),
            Finder.of(
                    COMPANY,
                    "\\b(?:i work (?:at|for)|we are|we're|here at|on behalf of|my company,?|our"
                            + " company,?|employer,?|i'm with|calling from|writing from|company ?(?:name)?(?:"
                            + " is|:)|colleagues at|customers? like) (?<it>(?-i:\\p{Lu}[\\p{L}\\p{N}&'-]{1,30})(?:"
                            + " (?:&|(?-i:\\p{Lu}[\\p{L}\\p{N}&'-]{0,30}))){0,3})",
                    NameCues::isName));

    private static Finder person(String cue) {
        return Finder.of(PERSON, cue, NameCues::isName);
    }

    /** At least one of the words is none that everybody uses with a capital. */
    private static boolean isName(String words) {
        return !Stream.of(words.split("[\\s'-]+")).allMatch(word -> word.length() < 2 || EverydayWords.contains(word));
    }

    /** What the cues give away, and every further place where the same names stand. */
    static Stream<Span> find(Folded text, String original) {
        var people = Finder.all(PEOPLE).find(text).toList();
        var companies = Finder.all(COMPANIES).find(text).toList();
        return Stream.of(
                        people.stream(),
                        companies.stream(),
                        Terms.finder(PERSON, parts(people, original)).find(text),
                        Terms.finder(COMPANY, wholes(companies, original)).find(text))
                .flatMap(spans -> spans);
    }

    private static Set<String> parts(List<Span> spans, String original) {
        var words = new TreeSet<String>();
        wholes(spans, original)
                .forEach(name -> Stream.of(name.split("[\\s-]+"))
                        .filter(part -> part.length() > 2
                                && Character.isUpperCase(part.charAt(0))
                                && !EverydayWords.contains(part))
                        .forEach(words::add));
        return words;
    }

    private static Set<String> wholes(List<Span> spans, String original) {
        var words = new TreeSet<String>();
        spans.forEach(span -> words.add(Placeholders.covered(original, span)));
        return words;
    }

    private NameCues() {}
}
