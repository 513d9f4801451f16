package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.ErrorDocument;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Reads responses as {@code docs/http.md} says it, rule by rule, without regard to speed. What a document says it
 * leaves to the codecs, which have tests of their own.
 */
public final class ResponseOracle {
    private static final String SPACE = "[ \t\r\n]";

    /** After white space and byte order marks, in UTF-8 or UTF-16. Nothing else begins with parts of a mark. */
    private static final Pattern XML = Pattern.compile("^[ \t\r\n\0\u00EF\u00BB\u00BF\u00FE\u00FF]*+<");

    private static final String JAVA_SPACE = "[\\s\\x1C-\\x1F]";
    private static final String TYPE = JAVA_SPACE + "*[^\\s\\x1C-\\x1F;,/][^;,/]*/";
    private static final Pattern MEDIA_TYPE = Pattern.compile(TYPE + "[^;,]*(;.*)?", Pattern.DOTALL);
    private static final Pattern XML_MEDIA_TYPE =
            Pattern.compile("(?i)" + TYPE + "([^;,]*\\+)?xml" + JAVA_SPACE + "*(;.*)?", Pattern.DOTALL);
    private static final Pattern JSON_STRING = Pattern.compile("\"([^\"\\\\]|\\\\.)*+\"", Pattern.DOTALL);
    private static final Pattern NO_TEXT =
            Pattern.compile("^([\\[{]|(null|true|false)?" + SPACE + "*\\z)|[\\p{Cntrl}\u0080-\u009F&&[^\t\r\n]]");
    private static final Pattern ANSWER = Pattern.compile(
            "(?i)SignalResponse|v=0|ice-pwd|ice-ufrag|[A-Za-z0-9+/=_-]{200}|^[^<].*%[0-9a-f]{2}|^%[0-9a-f]{2}",
            Pattern.DOTALL);
    private static final Pattern CREDENTIALS = Pattern.compile("(?i)ice-pwd|ice-ufrag");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\u0080-\u009F]");

    private static final Pattern RFC_850_DATE =
            Pattern.compile("(?i)(Mon|Tue(?=s)|Wed(?=nes)|Thu(?=rs)|Fri|Sat(?=ur)|Sun)(?:s|nes|rs|ur)?day, "
                    + "(\\d\\d)-(\\w{3})-(\\d\\d) (\\d\\d:\\d\\d:\\d\\d GMT)");
    private static final Pattern ASCTIME_DATE =
            Pattern.compile("(\\w{3}) (\\w{3}) ([ \\d]\\d) (\\d\\d:\\d\\d:\\d\\d) (\\d{4})");

    private final int statusCode;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /** The body without its content coding; empty if that cannot be decoded. */
    private byte[] content;

    private String problem;

    private ResponseOracle(int statusCode, Map<String, List<String>> headers, byte[] body) {
        this.statusCode = statusCode;
        this.headers = headers;
        this.body = body;
        this.content = body;
    }

    /** Returns what {@link CreateStreamSessionConnectionResponseReader#read} should return. */
    public static CreateStreamSessionConnectionResult read(
            int statusCode, Map<String, List<String>> headers, byte[] body) {
        return new ResponseOracle(statusCode, headers, body).read();
    }

    /** Returns whether a failure may be tried again, by its error and its status. */
    public static boolean isRetryable(Failure failure) {
        return failure.error().isRetryable() || List.of(429, 500, 502, 503, 504).contains(failure.statusCode());
    }

    /** Returns whether a failure asks the caller to slow down, by its error and its status. */
    public static boolean isThrottling(Failure failure) {
        return failure.error().isThrottling() || failure.statusCode() == 429;
    }

    private CreateStreamSessionConnectionResult read() {
        decodeContent();
        boolean isXml = XML.matcher(new String(content, ISO_8859_1)).find();
        ErrorDocument document = (isXml
                        ? CreateStreamSessionConnectionCodec.xml()
                        : CreateStreamSessionConnectionCodec.json())
                .readErrorDocument(content);
        Optional<String> headerCode = values("x-amzn-errortype")
                .map(ResponseOracle::clean)
                .filter(ResponseOracle::isUsable)
                .findFirst();
        boolean is2xx = statusCode / 100 == 2 && statusCode > 0;
        if (is2xx && problem == null) {
            Optional<CreateStreamSessionConnectionOutput> output = output(isXml);
            if (output.isPresent() && (output.get().signalResponse().isPresent() || headerCode.isEmpty())) {
                return new Success(output.get(), statusCode, headerRequestId());
            }
        }
        String code = headerCode.or(document::code).orElse("UnknownError");
        boolean holdsCredentials = document.message()
                .filter(text -> CREDENTIALS.matcher(text).find())
                .isPresent();
        String message = document.message()
                .filter(text -> !CREDENTIALS.matcher(text).find())
                .or(() -> values("x-amzn-error-message")
                        .filter(text -> !CREDENTIALS.matcher(text).find())
                        .findFirst())
                .or(() -> document.code().isPresent() || holdsCredentials && !is2xx
                        ? Optional.empty()
                        : lastResort(is2xx))
                .orElse(null);
        Optional<String> requestId =
                headerRequestId().or(() -> document.requestId().filter(ResponseOracle::isUsableRequestId));
        return new Failure(
                CreateStreamSessionConnectionError.of(code, message), statusCode, requestId, retryAfter(), body);
    }

    /** Returns the values of a header that are neither null nor blank. */
    private Stream<String> values(String name) {
        return headers.entrySet().stream()
                .filter(header -> name.equalsIgnoreCase(header.getKey()) && header.getValue() != null)
                .flatMap(header -> header.getValue().stream())
                .filter(value -> value != null && !value.isBlank());
    }

    private void decodeContent() {
        List<String> codings = values("content-encoding")
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase("identity"))
                .toList();
        if (codings.isEmpty() || body.length == 0) {
            return;
        }
        if (codings.size() > 1 || !codings.get(0).matches("(?i)(x-)?gzip")) {
            problem = "unsupported content coding";
        } else if (new String(body, ISO_8859_1).startsWith("\u001F\u008B")) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                content = in.readAllBytes();
                problem = content.length > 1_048_576 ? "corrupt content coding" : null;
            } catch (IOException e) {
                problem = "corrupt content coding";
            }
        }
        content = problem == null ? content : new byte[0];
    }

    private Optional<CreateStreamSessionConnectionOutput> output(boolean isXml) {
        boolean isXmlMediaType = values("content-type")
                .filter(type -> MEDIA_TYPE.matcher(type).matches())
                .findFirst()
                .filter(type -> XML_MEDIA_TYPE.matcher(type).matches())
                .isPresent();
        try {
            return Optional.of((isXml && isXmlMediaType
                            ? CreateStreamSessionConnectionCodec.xml()
                            : CreateStreamSessionConnectionCodec.json())
                    .decodeOutput(content));
        } catch (CodecException e) {
            problem = e.getMessage();
            return Optional.empty();
        }
    }

    private static String clean(String code) {
        return code.split("[:,]", 2)[0].replaceFirst("(?s)^.*#", "").replaceAll("^" + SPACE + "+|" + SPACE + "+$", "");
    }

    private static boolean isUsable(String code) {
        return !code.isBlank()
                && code.length() <= 256
                && code.strip().equals(code)
                && !CONTROL.matcher(code).find();
    }

    private Optional<String> headerRequestId() {
        return Stream.of("x-amzn-requestid", "x-amz-request-id", "x-amzn-request-id")
                .flatMap(this::values)
                .filter(ResponseOracle::isUsableRequestId)
                .findFirst();
    }

    private static boolean isUsableRequestId(String id) {
        return !id.isBlank() && !CONTROL.matcher(id).find();
    }

    private Optional<Duration> retryAfter() {
        return values("x-amz-retry-after")
                .filter(value -> value.matches("[0-9]{1,9}"))
                .findFirst()
                .map(millis -> Duration.ofMillis(Integer.parseInt(millis)))
                .or(() -> values("retry-after")
                        .map(this::seconds)
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    private Duration seconds(String value) {
        if (value.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Integer.parseInt(value));
        }
        Instant end = date(value);
        Instant start = values("date")
                .map(ResponseOracle::date)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (start == null || end == null) {
            return null;
        }
        return end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
    }

    /** Reads the three forms of RFC 9110, section 5.6.7; the older two are first rewritten as the usual one. */
    private static Instant date(String value) {
        Matcher rfc850 = RFC_850_DATE.matcher(value);
        Matcher asctime = ASCTIME_DATE.matcher(value);
        String usual = value;
        if (rfc850.matches()) {
            String year = rfc850.group(4);
            usual = rfc850.replaceFirst("$1, $2 $3 " + (year.compareTo("76") < 0 ? "20" : "19") + year + " $5");
        } else if (asctime.matches()) {
            usual = asctime.replaceFirst("$1, $3 $2 $5 $4 GMT").replace(",  ", ", ");
        }
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(usual));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Optional<String> lastResort(boolean is2xx) {
        return problem != null || is2xx ? Optional.ofNullable(problem) : text();
    }

    private Optional<String> text() {
        String text = new String(content, UTF_8);
        String trimmed = text.replaceAll("^[ \t\r\n\uFEFF]+|[ \t\r\n\uFEFF]+\\z", "");
        if (JSON_STRING.matcher(trimmed).matches()) {
            text = CreateStreamSessionConnectionCodec.json()
                    .readErrorDocument(("{\"message\":" + trimmed + "}").getBytes(UTF_8))
                    .message()
                    .orElse(text);
        }
        String rest = text.replaceFirst("^[ \t\r\n\uFEFF]+", "");
        if (NO_TEXT.matcher(rest).find() || ANSWER.matcher(rest).find()) {
            return Optional.empty();
        }
        int end = Math.min(text.length(), 1000);
        boolean splits = end < text.length() && text.codePointAt(end - 1) > 0xFFFF;
        return Optional.of(text.substring(0, splits ? end - 1 : end));
    }
}
