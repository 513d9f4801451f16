package io.awso.gameliftstreams.http;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses dates in headers, in the three forms of RFC 9110, section 5.6.7, all of which a recipient must accept. Not by {@code
 * DateTimeFormatter}, which takes its names from a locale, accepts other zones and years of nine digits, and needs no weekday.
 */
final class HttpDate {
    private static final String DAY = "(?<day>[0-9]{1,2})";
    private static final String MONTH = "(?<month>[A-Z][a-z]{2})";
    private static final String TIME = "(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})";
    private static final String YEAR = "(?<year>[0-9]{4})";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<weekday>[A-Z][a-z]{2}), " + DAY + " " + MONTH + " " + YEAR + " " + TIME + " (GMT|UTC)"),
            Pattern.compile(
                    "(?<weekday>[A-Z][a-z]{5,8}), " + DAY + "-" + MONTH + "-(?<year>[0-9]{2}) " + TIME + " (GMT|UTC)"),
            Pattern.compile(
                    "(?<weekday>[A-Z][a-z]{2}) " + MONTH + " (?: (?=[0-9] ))?" + DAY + " " + TIME + " " + YEAR));

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private HttpDate() {}

    /** Returns the first valid date, as seconds since 1970. Returns null if no value is a valid date. */
    static @Nullable Long first(List<String> values) {
        for (String value : values) {
            for (Pattern form : FORMS) {
                Matcher date = form.matcher(value);
                Long seconds = date.matches() ? read(date) : null;
                if (seconds != null) {
                    return seconds;
                }
            }
        }
        return null;
    }

    /** Returns the date in seconds since 1970, or null if it does not exist or has the wrong weekday. */
    private static @Nullable Long read(Matcher matcher) {
        int year = Integer.parseInt(matcher.group("year"));
        if (matcher.group("year").length() == 2) {
            year += year < 76 ? 2000 : 1900; // 1976 to 2075
        }
        try {
            LocalDateTime date = LocalDateTime.of(
                    year,
                    MONTHS.indexOf(matcher.group("month")) + 1,
                    Integer.parseInt(matcher.group("day")),
                    Integer.parseInt(matcher.group("hour")),
                    Integer.parseInt(matcher.group("minute")),
                    Integer.parseInt(matcher.group("second")));
            String given = matcher.group("weekday");
            String weekday = date.getDayOfWeek().name();
            boolean isItsWeekday = given.equalsIgnoreCase(given.length() == 3 ? weekday.substring(0, 3) : weekday);
            return isItsWeekday ? date.toEpochSecond(ZoneOffset.UTC) : null;
        } catch (DateTimeException noSuchDate) {
            return null;
        }
    }
}
