package groundswell.language.redaction;

/** What a removed piece of text was, and the words that stand in its place. Where two overlap, the earlier one names both. */
public enum SpanType {
    SECRET("secret"),
    BIRTH_DATE("date of birth"),
    PERSONAL_NUMBER("personal number"),
    EMAIL("e-mail"),
    LINK("link"),
    BANK_ACCOUNT("bank account"),
    CARD("card number"),
    IP_ADDRESS("IP address"),
    DATE("date"),
    PHONE("phone number"),
    HANDLE("handle"),
    REFERENCE("reference"),
    ADDRESS("address"),
    PERSON("person"),
    COMPANY("a company"),
    AMOUNT("amount"),
    OTHER("removed");

    private final String words;

    SpanType(String words) {
        this.words = words;
    }

    /** In brackets; a letter tells several of one kind apart, the same one always having the same letter. */
    String placeholder(int which, int howMany) {
        boolean lettered = howMany > 1 && this != AMOUNT && this != BIRTH_DATE && this != OTHER;
        return "[" + words + (lettered ? " " + letters(which) : "") + "]";
    }

    private static String letters(int which) {
        return (which >= 26 ? letters(which / 26 - 1) : "") + (char) ('A' + which % 26);
    }
}
