package io.awso.gameliftstreams.http;

import io.awso.gameliftstreams.codec.ErrorDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The headers that matter for reading a response. Of several values, the first usable one is used. */
final class Headers {
    /** The names, shorter ones first. The three for the request id are in order of precedence. */
    private static final String[] NAMES = {
        "date",
        "retry-after",
        "content-type",
        "content-encoding",
        "x-amzn-errortype",
        "x-amzn-requestid",
        "x-amz-request-id",
        "x-amzn-request-id",
        "x-amz-retry-after",
        "x-amzn-error-message"
    };

    private static final int DATE = 0;
    private static final int RETRY_AFTER = 1;
    private static final int CONTENT_TYPE = 2;
    private static final int CONTENT_ENCODING = 3;
    private static final int ERROR_TYPE = 4;
    private static final int FIRST_REQUEST_ID = 5;
    private static final int LAST_REQUEST_ID = 7;
    private static final int RETRY_AFTER_MILLIS = 8;
    private static final int ERROR_MESSAGE = 9;

    /** For each length, the index of the first name of that length, or the number of names if there is none. */
    private static final int[] FIRST_OF_LENGTH = new int[NAMES[ERROR_MESSAGE].length() + 1];

    static {
        Arrays.fill(FIRST_OF_LENGTH, NAMES.length);
        for (int name = NAMES.length - 1; name >= 0; name--) {
            FIRST_OF_LENGTH[NAMES[name].length()] = name;
        }
    }

    private static final ErrorDocument NO_DOCUMENT =
            new ErrorDocument(Optional.empty(), Optional.empty(), Optional.empty());

    /** The values of each header, in the order of {@link #NAMES}. Any value may be null or blank. */
    private final List<@Nullable String>[] values;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Headers(Map<String, List<String>> headers) {
        values = new List[NAMES.length];
        Arrays.fill(values, List.of());
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            int name = indexOf(header.getKey());
            if (name < NAMES.length && header.getValue() != null) {
                values[name] = values[name].isEmpty() ? header.getValue() : joined(values[name], header.getValue());
            }
        }
    }

    /** Returns all values of a header whose name occurs more than once, in different cases. */
    private static List<@Nullable String> joined(List<@Nullable String> first, List<@Nullable String> second) {
        List<@Nullable String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** Returns the index of a name, or the number of names if it is not one of them. */
    private static int indexOf(@Nullable String key) {
        if (key == null || key.length() >= FIRST_OF_LENGTH.length) {
            return NAMES.length;
        }
        int name = FIRST_OF_LENGTH[key.length()];
        while (name < NAMES.length && !NAMES[name].equalsIgnoreCase(key)) {
            name++;
        }
        return name;
    }

    /** Returns the error code, cleaned, or null. */
    @Nullable
    String code() {
        for (String value : values[ERROR_TYPE]) {
            ErrorDocument document = value == null ? NO_DOCUMENT : NO_DOCUMENT.withCode(value);
            if (document.code().isPresent()) {
                return document.code().get();
            }
        }
        return null;
    }

    @Nullable
    String message() {
        for (String value : values[ERROR_MESSAGE]) {
            if (value != null && !value.isBlank() && isFreeOfCredentials(value)) {
                return value;
            }
        }
        return null;
    }

    @Nullable
    String requestId() {
        for (int name = FIRST_REQUEST_ID; name <= LAST_REQUEST_ID; name++) {
            for (String value : values[name]) {
                if (isUsableRequestId(value)) {
                    return value;
                }
            }
        }
        return null;
    }

    static boolean isUsableRequestId(@Nullable String requestId) {
        if (requestId == null || requestId.isBlank()) {
            return false;
        }
        for (int i = 0; i < requestId.length(); i++) {
            if (Character.isISOControl(requestId.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a message is free of ICE credentials, which only a session description has. */
    static boolean isFreeOfCredentials(String message) {
        for (int i = message.indexOf('-'); i >= 0; i = message.indexOf('-', i + 1)) {
            if (message.regionMatches(true, i - 3, "ice-pwd", 0, 7)
                    || message.regionMatches(true, i - 3, "ice-ufrag", 0, 9)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the media type is XML: its subtype is {@code xml} or ends in {@code +xml} (RFC 7303). */
    boolean isXml() {
        for (String value : values[CONTENT_TYPE]) {
            if (value != null && !value.isBlank()) {
                int end = value.indexOf(';');
                String type =
                        (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
                int slash = type.indexOf('/');
                if (slash > 0 && type.indexOf(',') < 0) {
                    String subtype = type.substring(slash + 1);
                    return subtype.equals("xml") || subtype.endsWith("+xml");
                }
            }
        }
        return false;
    }

    /** Returns the content codings in the order in which they were applied, without {@code identity}. */
    List<String> contentCodings() {
        List<String> codings = new ArrayList<>();
        for (String value : values[CONTENT_ENCODING]) {
            for (String part : value == null ? new String[0] : value.split(",")) {
                String coding = part.strip().toLowerCase(Locale.ROOT);
                if (!coding.isEmpty() && !coding.equals("identity")) {
                    codings.add(coding.equals("x-gzip") ? "gzip" : coding);
                }
            }
        }
        return codings;
    }

    /** Returns how long the response asks the caller to wait before trying again, or null. */
    @Nullable
    Duration retryAfter() {
        for (String value : values[RETRY_AFTER_MILLIS]) {
            int millis = number(value);
            if (millis >= 0) {
                return Duration.ofMillis(millis);
            }
        }
        for (String value : values[RETRY_AFTER]) {
            int seconds = number(value);
            Duration wait = seconds >= 0 ? Duration.ofSeconds(seconds) : untilDate(value);
            if (wait != null) {
                return wait;
            }
        }
        return null;
    }

    /** Returns the number if the text is 1 to 9 ASCII digits, or -1. */
    private static int number(@Nullable String digits) {
        if (digits == null || digits.isEmpty()) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9' || i == 9) {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private @Nullable Duration untilDate(@Nullable String until) {
        for (String sent : values[DATE]) {
            Duration wait = sent == null || until == null ? null : HttpDate.between(sent, until);
            if (wait != null) {
                return wait;
            }
        }
        return null;
    }
}
