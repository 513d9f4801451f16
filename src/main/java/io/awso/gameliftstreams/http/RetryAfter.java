package io.awso.gameliftstreams.http;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how long a response asks the caller to wait before trying again. */
final class RetryAfter {
    private RetryAfter() {}

    static Optional<Duration> of(Headers headers) {
        for (String value : headers.values("x-amz-retry-after")) {
            int millis = number(value);
            if (millis >= 0) {
                return Optional.of(Duration.ofMillis(millis));
            }
        }
        List<String> values = headers.values("retry-after");
        LocalDateTime sent = values.isEmpty() ? null : firstDate(headers.values("date"));
        for (String value : values) {
            int seconds = number(value);
            if (seconds >= 0) {
                return Optional.of(Duration.ofSeconds(seconds));
            }
            LocalDateTime until = HttpDate.parse(value);
            if (sent != null && until != null) {
                return Optional.of(until.isBefore(sent) ? Duration.ZERO : Duration.between(sent, until));
            }
        }
        return Optional.empty();
    }

    private static @Nullable LocalDateTime firstDate(List<String> values) {
        for (String value : values) {
            LocalDateTime date = HttpDate.parse(value);
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    /**
     * Returns a number of 1 to 9 ASCII digits, rounded up if a fraction follows, or -1 if the value is not one. Ignores what
     * follows a comma: a repeated header may be joined to {@code 7, 7}.
     */
    private static int number(String value) {
        String text = AsciiText.firstPart(value, ',');
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String fraction = point < 0 ? "0" : text.substring(point + 1);
        if (whole.length() > 9 || !isDigits(whole) || !isDigits(fraction)) {
            return -1;
        }
        int number = Integer.parseInt(whole);
        return fraction.replace("0", "").isEmpty() ? number : number + 1;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
