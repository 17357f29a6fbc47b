package groundswell.insights;

/** What can surge: a theme, a tag that tickets carry, or all tickets together. Written {@code theme:login}, {@code all:}. */
public record SurgeKey(Kind kind, String code) implements Comparable<SurgeKey> {
    /** What is watched. */
    public enum Kind {
        THEME,
        TAG,
        ALL;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static final SurgeKey ALL = new SurgeKey(Kind.ALL, "");

    public static SurgeKey theme(String code) {
        return new SurgeKey(Kind.THEME, code);
    }

    public static SurgeKey tag(String tag) {
        return new SurgeKey(Kind.TAG, tag);
    }

    public static SurgeKey of(String kind, String code) {
        return new SurgeKey(Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)), code);
    }

    public String text() {
        return kind.code() + ":" + code;
    }

    @Override
    public int compareTo(SurgeKey other) {
        return text().compareTo(other.text());
    }
}
