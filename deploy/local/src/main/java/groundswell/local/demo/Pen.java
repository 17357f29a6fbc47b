package groundswell.local.demo;

import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** Writes as people write: politely, in a hurry, in anger, at length, with slips of the finger, in a second language. */
final class Pen {
    private static final Blocks VOICES = Blocks.read("voices.txt");
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    private final Random random;
    private final Customer customer;
    private final String agent;

    Pen(Random random, Customer customer, String agent) {
        this.random = random;
        this.customer = customer;
        this.agent = agent;
    }

    String subject(Topic topic) {
        var subject = fill(Blocks.pick(topic.subjects(), random));
        return random.nextInt(8) == 0 ? subject.toLowerCase(Locale.ROOT) : subject;
    }

    String body(Topic topic) {
        var body = fill(Blocks.pick(topic.bodies(), random));
        int voice = random.nextInt(100);
        boolean abroad = !"uk us".contains(customer.account().region());
        if (voice < 22) {
            return body;
        }
        if (voice < 30) {
            return slips(body);
        }
        if (voice < 40) {
            return say("angry-begin") + " " + body + "\n\n" + say("angry-end");
        }
        if (voice < 46) {
            return say("polite-begin") + "\n\n" + body + "\n\n" + say("long") + "\n\n" + say("polite-end");
        }
        if (voice < 60 && abroad) {
            return say("foreign-begin") + "\n\n" + body + "\n\n" + say("foreign-end");
        }
        if (voice < 72) {
            return body + " " + say("detail") + "\n" + say("plain-end");
        }
        return say("polite-begin") + "\n\n" + body + (random.nextBoolean() ? " " + say("detail") : "") + "\n\n"
                + say("polite-end");
    }

    String answer(Topic topic) {
        return "Hello " + customer.first() + ",\n\n" + fill(Blocks.pick(topic.answers(), random)) + "\n\n" + agent
                + ", Wendolo";
    }

    String say(String block) {
        return fill(VOICES.any(block, random));
    }

    private String fill(String text) {
        return GAP.matcher(text.replace("\\n", "\n"))
                .replaceAll(gap -> java.util.regex.Matcher.quoteReplacement(word(gap.group(1))));
    }

    private String word(String gap) {
        return switch (gap) {
            case "first" -> customer.first();
            case "last" -> customer.last();
            case "company" -> customer.account().name();
            case "account" -> customer.account().id();
            case "size" -> customer.account().size().replace("-", " to ");
            case "agent" -> agent;
            case "board", "browser" -> VOICES.any(gap, random);
            case "mate" -> Blocks.pick(MATES, random);
            case "n" -> String.format(Locale.ROOT, "%,d", 120 + 40 * random.nextInt(90));
            case "n2" -> Integer.toString(4 + random.nextInt(40));
            case "inv" -> "INV-2" + (10_000 + random.nextInt(80_000));
            case "amount" -> "€" + (9 + random.nextInt(90)) * 12 + ".00";
            case "hour" -> Integer.toString(6 + random.nextInt(3));
            case "phone" -> "+44 20 7946 0" + (100 + random.nextInt(900));
            case "hex" -> Long.toHexString(0x100000 + random.nextInt(0xEFFFFF));
            default -> throw new IllegalStateException("Nothing is known for {" + gap + "}");
        };
    }

    private static final java.util.List<String> MATES = java.util.List.of(
            "Ottoline",
            "Farid",
            "Joos",
            "Mwende",
            "Piotrek",
            "Sunita",
            "Beatriz",
            "Kwame",
            "Ingrid",
            "Haru",
            "Leocadia",
            "Anton");

    /** In small letters, a letter lost or two in the wrong order now and then. */
    private String slips(String text) {
        var words = text.toLowerCase(Locale.ROOT)
                .replace("'", random.nextBoolean() ? "" : "'")
                .split(" ");
        for (int i = 0; i < words.length; i++) {
            if (words[i].length() > 5 && words[i].chars().allMatch(Character::isLetter) && random.nextInt(7) == 0) {
                words[i] = slip(words[i]);
            }
        }
        return String.join(" ", words);
    }

    private String slip(String word) {
        int at = 1 + random.nextInt(word.length() - 3);
        return random.nextBoolean()
                ? word.substring(0, at) + word.substring(at + 1)
                : word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }
}
