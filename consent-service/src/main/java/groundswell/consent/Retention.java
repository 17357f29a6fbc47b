package groundswell.consent;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** For how long a permission lasts. There is no "for ever": who wants longer is asked again. */
public enum Retention {
    SIX_MONTHS(6),
    ONE_YEAR(12),
    TWO_YEARS(24);

    private final int months;

    Retention(int months) {
        this.months = months;
    }

    /** Calendar months in UTC: granted on 31 August for six months, it ends on the last day of February. */
    public Instant after(Instant granted) {
        return granted.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
    }

    /** The word on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
