package io.awso.gameliftstreams.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses dates in headers. A separate class, so that only responses with a date load Java's date classes. */
final class HttpDate {
    /** The three forms of RFC 9110, section 5.6.7, all of which a recipient must accept. */
    private static final DateTimeFormatter[] FORMATS = {
        DateTimeFormatter.RFC_1123_DATE_TIME,
        format(new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, 1976)
                .appendPattern(" HH:mm:ss 'GMT'")),
        format(new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern("EEE MMM ppd HH:mm:ss uuuu"))
    };

    private HttpDate() {}

    private static DateTimeFormatter format(DateTimeFormatterBuilder format) {
        return format.toFormatter(Locale.US).withZone(ZoneOffset.UTC);
    }

    private static @Nullable ZonedDateTime parse(String value) {
        for (DateTimeFormatter format : FORMATS) {
            try {
                return ZonedDateTime.parse(value, format);
            } catch (DateTimeException otherForm) {
                // Try the next form.
            }
        }
        return null;
    }

    /** Returns the time between two dates, zero if the second is before the first; null if one is malformed. */
    static @Nullable Duration between(String from, String until) {
        ZonedDateTime start = parse(from);
        ZonedDateTime end = parse(until);
        if (start == null || end == null) {
            return null;
        }
        Duration wait = Duration.between(start, end);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
