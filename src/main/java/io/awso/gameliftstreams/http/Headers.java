package io.awso.gameliftstreams.http;

import io.awso.gameliftstreams.codec.ErrorDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The headers of a response. */
record Headers(Map<? extends @Nullable String, ? extends @Nullable List<? extends @Nullable String>> byName) {
    private static final String[] REQUEST_IDS = {"x-amzn-requestid", "x-amz-request-id", "x-amzn-request-id"};

    /**
     * Returns the values of a header in order, without white space around them. The case of names does not matter.
     * Leaves out null and blank values.
     */
    List<String> values(String name) {
        List<String> all = List.of(); // Most headers that are looked for are absent.
        for (var header : byName.entrySet()) {
            String key = header.getKey();
            List<? extends @Nullable String> list = header.getValue();
            if (key != null && list != null && AsciiText.areEqual(key, name)) {
                for (String value : list) {
                    String stripped = value == null ? "" : AsciiText.strip(value);
                    if (!stripped.isEmpty()) {
                        all = all.isEmpty() ? new ArrayList<>() : all;
                        all.add(stripped);
                    }
                }
            }
        }
        return all;
    }

    /** Returns the first error code that is usable, cleaned. */
    Optional<String> code() {
        for (String value : values("x-amzn-errortype")) {
            Optional<String> code = new ErrorDocument(Optional.of(value), Optional.empty(), Optional.empty()).code();
            if (code.isPresent()) {
                return code;
            }
        }
        return Optional.empty();
    }

    /** Returns the first request id that is usable, cleaned. */
    Optional<String> requestId() {
        for (String name : REQUEST_IDS) {
            for (String value : values(name)) {
                Optional<String> id =
                        new ErrorDocument(Optional.empty(), Optional.empty(), Optional.of(value)).requestId();
                if (id.isPresent()) {
                    return id;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns whether the media type is XML: its subtype is {@code xml} or ends in {@code +xml} (RFC 7303). */
    boolean isXml() {
        for (String value : values("content-type")) {
            String type = AsciiText.strip(value.split(";", 2)[0]);
            int slash = type.indexOf('/');
            if (slash > 0 && type.indexOf(',') < 0) {
                return AsciiText.areEqual(type.substring(slash + 1), "xml")
                        || AsciiText.isAt(type, type.length() - "+xml".length(), "+xml");
            }
        }
        return false;
    }

    /** Returns whether a content coding is named that this library cannot decode. */
    boolean haveUnsupportedCoding() {
        for (String value : values("content-encoding")) {
            for (String part : value.split(",")) {
                String coding = AsciiText.strip(part);
                if (!coding.isEmpty()
                        && !AsciiText.areEqual(coding, "gzip")
                        && !AsciiText.areEqual(coding, "x-gzip")
                        && !AsciiText.areEqual(coding, "identity")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns how long the response asks the caller to wait before trying again. */
    Optional<Duration> retryAfter() {
        for (String value : values("x-amz-retry-after")) {
            int millis = number(value);
            if (millis >= 0) {
                return Optional.of(Duration.ofMillis(millis));
            }
        }
        boolean mayHaveDate = true;
        for (String value : values("retry-after")) {
            int seconds = number(value);
            if (seconds >= 0) {
                return Optional.of(Duration.ofSeconds(seconds));
            }
            Long until = mayHaveDate ? HttpDate.first(List.of(value)) : null;
            if (until != null) {
                Long sent = HttpDate.first(values("date"));
                if (sent != null) {
                    return Optional.of(Duration.ofSeconds(Math.max(0, until - sent)));
                }
                mayHaveDate = false; // Searching the dates again for each value would take quadratic time.
            }
        }
        return Optional.empty();
    }

    /**
     * Returns a number of 1 to 9 ASCII digits, rounded up if a fraction follows, or -1 if the value is not one. Ignores what
     * follows a comma: a repeated header may be joined to {@code 7, 7}.
     */
    private static int number(String value) {
        int comma = value.indexOf(',');
        String text = AsciiText.strip(comma < 0 ? value : value.substring(0, comma));
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
