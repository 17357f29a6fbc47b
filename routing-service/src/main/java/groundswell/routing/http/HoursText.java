package groundswell.routing.http;

import groundswell.routing.WeeklyShift;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Working hours as people write them: {@code mon-fri 09:00-17:30, sat 10:00-14:00}. Pure. */
public final class HoursText {
    private static final int MOST = 21;
    private static final String TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d";
    private static final Pattern SHIFT = Pattern.compile(
            "((?:[a-z]{3}(?:-[a-z]{3})?[ +]*)+) (" + TIME + ")-(" + TIME + "|24:00)", Pattern.CASE_INSENSITIVE);

    public static String write(List<WeeklyShift> hours) {
        return hours.stream()
                .map(shift -> days(shift.days()) + " " + shift.from() + "-" + shift.to())
                .collect(Collectors.joining(", "));
    }

    /** Neighbours as a range, so that a working week is {@code mon-fri}. */
    private static String days(List<String> days) {
        var words = new ArrayList<String>();
        for (int i = 0; i < 7; ) {
            int from = i;
            while (i < 7 && days.contains(WeeklyShift.DAYS.get(i))) i++;
            if (i == from) i++;
            else if (i - from == 1) words.add(WeeklyShift.DAYS.get(from));
            else words.add(WeeklyShift.DAYS.get(from) + "-" + WeeklyShift.DAYS.get(i - 1));
        }
        return String.join("+", words);
    }

    /** @throws IllegalArgumentException with what is wrong, for the person who wrote it */
    public static List<WeeklyShift> read(String text) {
        var shifts = new ArrayList<WeeklyShift>();
        for (var part : text.strip().split("\\s*[,;]\\s*")) {
            var match = SHIFT.matcher(part.replaceAll("\\s*[-–]\\s*", "-").replaceAll("\\s+", " "));
            if (!match.matches())
                throw new IllegalArgumentException("must be such as mon-fri 09:00-17:30, sat 10:00-14:00");
            shifts.add(new WeeklyShift(dayList(match.group(1)), match.group(2), match.group(3)));
        }
        if (shifts.size() > MOST) throw new IllegalArgumentException("must be at most " + MOST + " shifts");
        return shifts;
    }

    private static List<String> dayList(String words) {
        var days = new LinkedHashSet<String>();
        for (var word : words.toLowerCase(Locale.ROOT).strip().split("[ +]+")) {
            var ends = word.split("-");
            int from = day(ends[0]);
            int to = day(ends[ends.length - 1]);
            for (int i = from; ; i = (i + 1) % 7) {
                days.add(WeeklyShift.DAYS.get(i));
                if (i == to) break;
            }
        }
        return List.copyOf(days);
    }

    private static int day(String word) {
        int day = WeeklyShift.DAYS.indexOf(word);
        if (day < 0) throw new IllegalArgumentException("must name days as mon, tue, wed, thu, fri, sat, sun");
        return day;
    }

    private HoursText() {}
}
