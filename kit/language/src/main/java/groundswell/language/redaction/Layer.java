package groundswell.language.redaction;

/** Why a piece was found, so that a person can judge the finding. Where two overlap, the earlier one is told. */
public enum Layer {
    /** A person marked it. */
    MARKED,
    /** It is known of the people concerned. */
    KNOWN,
    /** It looks like an address, a number, a date …. */
    FORM,
    /** What stands around it: a greeting, a signature, "my colleague …". */
    CUES,
    /** It is in a list of names. */
    NAME_LIST,
    /** A run of capitals that holds a word companies are made of. */
    COMPANY_WORDS,
    /** It is in no vocabulary of ordinary words. */
    UNCOMMON,
    /** In an English text, in small letters, and in no vocabulary: a name, a slip of the pen, or a trade's own word. */
    UNHEARD_OF
}
