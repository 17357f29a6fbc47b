package groundswell.insights;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What a number of tickets costs in people's time (row I8): tickets × minutes ÷ 60. */
public record Cost(long tickets, Rate rate) {
    /**
     * @param minutes that a ticket takes
     * @param hourly money an hour, in {@code currency}; null where none is set
     */
    public record Rate(int minutes, @Nullable BigDecimal hourly, String currency) {}

    public double hours() {
        return tickets * rate.minutes() / 60.0;
    }

    public @Nullable BigDecimal money() {
        return rate.hourly() == null
                ? null
                : rate.hourly()
                        .multiply(BigDecimal.valueOf(tickets * rate.minutes()))
                        .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }

    /** {@code 80 tickets × 15 min ÷ 60 = 20 h}. */
    public String formula() {
        return Wording.tickets(tickets) + " × " + rate.minutes() + "\u00a0min ÷ 60 = " + length();
    }

    /** {@code 20 h}. */
    public String length() {
        var hours = hours();
        return (hours == Math.rint(hours) || hours >= 10 ? Wording.number(Math.round(hours)) : Wording.times(hours))
                + "\u00a0h";
    }

    /** {@code 1,300 EUR}; null where no rate is set. */
    public @Nullable String price() {
        var money = money();
        return money == null
                ? null
                : Wording.number(money.setScale(0, RoundingMode.HALF_UP).longValue()) + "\u00a0" + rate.currency();
    }
}
