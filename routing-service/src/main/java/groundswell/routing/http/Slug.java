package groundswell.routing.http;

import java.util.Locale;

/** A code out of a name: {@code Kites & wind} → {@code kites-wind}. Pure. */
public final class Slug {
    private static final int LONGEST = 64;

    /** Empty where the name has no letter or digit of ASCII. */
    public static String of(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST).replaceAll("-$", "");
    }

    private Slug() {}
}
