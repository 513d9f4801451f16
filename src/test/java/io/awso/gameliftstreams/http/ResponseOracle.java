package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.ErrorDocument;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Reads responses by the rules of {@code docs/http.md}, one by one, without regard to speed. What a document says it
 * leaves to the codecs, which have tests of their own.
 */
public final class ResponseOracle {
    private static final String SPACE = "[ \t\r\n]";
    private static final Pattern BEFORE = Pattern.compile("^" + SPACE + "*+(\u00EF\u00BB\u00BF" + SPACE + "*+)?");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[^;,/]+/[^;,]*(;.*)?", Pattern.DOTALL);
    private static final Pattern XML_MEDIA_TYPE =
            Pattern.compile("(?i)[^;,/]+/([^;,]*\\+)?xml" + SPACE + "*(;.*)?", Pattern.DOTALL);
    private static final Pattern JSON_STRING =
            Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*+\")" + SPACE + "*+", Pattern.DOTALL);
    private static final Pattern NO_TEXT =
            Pattern.compile("^([\\[{]|(null|true|false)?" + SPACE + "*\\z)|[\\p{Cntrl}\u0080-\u009F&&[^\t\r\n]]");
    private static final Pattern ANSWER = Pattern.compile(
            "(?i)SignalResponse|v=0(?![a-z0-9.])|ice-pwd|ice-ufrag|^[^<].*%[0-9a-f]{2}|^%[0-9a-f]{2}", Pattern.DOTALL);
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/=_-]+");
    private static final Pattern CREDENTIALS = Pattern.compile("(?i)ice-(pwd|ufrag):");
    private static final Pattern NUMBER =
            Pattern.compile("([0-9]{1,9}(?:\\.[0-9]+)?)(" + SPACE + "*,.*)?", Pattern.DOTALL);
    private static final int MAX_LENGTH = 1_048_576;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm:ss", Locale.US).withResolverStyle(ResolverStyle.STRICT);
    private static final List<Pattern> DATES = Stream.of(
                    "(?<weekday>\\w{3}), (?<day>[0-9]{1,2}) (?<month>\\w{3}) (?<year>[0-9]{4}) (?<time>[0-9:]{8}) (GMT|UTC)",
                    "(?<weekday>(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day), "
                            + "(?<day>[0-9]{1,2})-(?<month>\\w{3})-(?<year>[0-9]{2}) (?<time>[0-9:]{8}) (GMT|UTC)",
                    "(?<weekday>\\w{3}) (?<month>\\w{3}) (?<day>[ 0-9]?[0-9]) (?<time>[0-9:]{8}) (?<year>[0-9]{4})")
            .map(Pattern::compile)
            .toList();

    private final int statusCode;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private String problem;

    private ResponseOracle(int statusCode, Map<String, List<String>> headers, byte[] body) {
        this.statusCode = statusCode;
        this.headers = headers;
        this.body = body;
    }

    /** Returns what {@link CreateStreamSessionConnectionResponseReader#read} should return. */
    public static CreateStreamSessionConnectionResult read(
            int statusCode, Map<String, List<String>> headers, byte[] body) {
        return new ResponseOracle(statusCode, headers, body).read();
    }

    private CreateStreamSessionConnectionResult read() {
        byte[] content = decompressed();
        boolean isDamaged = problem != null;
        boolean is2xx = statusCode / 100 == 2 && statusCode > 0;
        Optional<String> headerCode = values("x-amzn-errortype")
                .flatMap(value -> document(value, null).code().stream())
                .findFirst();
        Optional<String> headerId = Stream.of("x-amzn-requestid", "x-amz-request-id", "x-amzn-request-id")
                .flatMap(this::values)
                .flatMap(value -> document(null, value).requestId().stream())
                .findFirst();
        if (is2xx && !isDamaged) {
            Optional<CreateStreamSessionConnectionOutput> output = output(content);
            boolean isError = headerCode
                    .filter(code -> !code.matches("CreateStreamSessionConnection(Output|Response)"))
                    .isPresent();
            if (output.isPresent() && (output.get().signalResponse().isPresent() || !isError)) {
                return new Success(output.get(), statusCode, headerId);
            }
        }

        byte[] text = jsonString(content).orElse(content);
        ErrorDocument document = codec(start(text).startsWith("<")).readErrorDocument(text);
        Optional<String> member = document.message().filter(ResponseOracle::isFreeOfCredentials);
        Optional<String> message = Stream.of(
                        member.filter(value -> !value.matches(SPACE + "*")).stream(),
                        values("x-amzn-error-message").filter(ResponseOracle::isFreeOfCredentials),
                        member.stream(),
                        document.code().isPresent()
                                ? Stream.<String>of()
                                : lastResort(is2xx, isDamaged, content, text, document.message()).stream())
                .flatMap(each -> each)
                .findFirst();
        return new Failure(
                CreateStreamSessionConnectionError.of(
                        headerCode.or(document::code).orElse("UnknownError"), message.orElse(null)),
                statusCode,
                headerId.or(document::requestId),
                retryAfter(),
                body);
    }

    private static ErrorDocument document(String code, String requestId) {
        return new ErrorDocument(Optional.ofNullable(code), Optional.empty(), Optional.ofNullable(requestId));
    }

    /** Returns the values of a header that are neither null nor blank, without white space around them. */
    private Stream<String> values(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey() != null
                        && header.getValue() != null
                        && header.getKey().length() == name.length()
                        && header.getKey().matches("(?i)" + name))
                .flatMap(header -> header.getValue().stream())
                .filter(Objects::nonNull)
                .map(value -> value.replaceAll("^" + SPACE + "+|" + SPACE + "+\\z", ""))
                .filter(value -> !value.isEmpty());
    }

    private byte[] decompressed() {
        ByteArrayInputStream in = new ByteArrayInputStream(body);
        if (!isAtGzip(in)) {
            return body;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            while (isAtGzip(in)) {
                decompressMember(in, content);
            }
        } catch (IOException e) {
            problem = content.size() > MAX_LENGTH ? "gzip body too long" : "damaged gzip body";
        }
        return Arrays.copyOf(content.toByteArray(), Math.min(content.size(), MAX_LENGTH));
    }

    private static boolean isAtGzip(ByteArrayInputStream in) {
        in.mark(0);
        boolean isGzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return isGzip;
    }

    /** Reads one byte at a time, so that nothing before the damage is lost. */
    private static void decompressMember(ByteArrayInputStream source, ByteArrayOutputStream content)
            throws IOException {
        CheckedInputStream in = new CheckedInputStream(source, new CRC32());
        byte[] head = in.readNBytes(10);
        require(head.length == 10 && head[2] == 8 && (head[3] & 0xE0) == 0);
        int flags = head[3];
        if ((flags & 4) != 0) {
            int length = number(in, 2);
            require(in.readNBytes(length).length == length);
        }
        for (int texts = Integer.bitCount(flags & 24); texts > 0; texts--) {
            int next = in.read();
            while (next > 0) {
                next = in.read();
            }
            require(next == 0);
        }
        if ((flags & 2) != 0) {
            int expected = (int) in.getChecksum().getValue() & 0xFFFF;
            require(number(in, 2) == expected);
        }

        Inflater inflater = new Inflater(true);
        CRC32 checksum = new CRC32();
        int start = content.size();
        try (InflaterInputStream inflated = new InflaterInputStream(source, inflater, 1)) {
            for (int next = inflated.read(); next >= 0; next = inflated.read()) {
                content.write(next);
                checksum.update(next);
                require(content.size() <= MAX_LENGTH);
            }
        } finally {
            inflater.end();
        }
        require(number(source, 4) == (int) checksum.getValue());
        require(number(source, 4) == content.size() - start);
    }

    private static int number(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        require(bytes.length == length);
        int number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = number * 256 + (bytes[i] & 0xFF);
        }
        return number;
    }

    private static void require(boolean condition) throws IOException {
        if (!condition) {
            throw new IOException();
        }
    }

    /** Returns what follows white space and a byte order mark. */
    private static String start(byte[] content) {
        String latin1 = BEFORE.matcher(new String(content, ISO_8859_1)).replaceFirst("");
        if (latin1.matches("(?s)(\u00FE\u00FF|\u00FF\u00FE).*")) {
            return new String(latin1.getBytes(ISO_8859_1), UTF_16).replaceFirst("^" + SPACE + "+", "");
        }
        return latin1;
    }

    private static CreateStreamSessionConnectionCodec codec(boolean isXml) {
        return isXml ? CreateStreamSessionConnectionCodec.xml() : CreateStreamSessionConnectionCodec.json();
    }

    private Optional<CreateStreamSessionConnectionOutput> output(byte[] content) {
        boolean isXmlMediaType = values("content-type")
                .filter(type -> MEDIA_TYPE.matcher(type).matches())
                .findFirst()
                .filter(type -> XML_MEDIA_TYPE.matcher(type).matches())
                .isPresent();
        try {
            return Optional.of(
                    codec(start(content).startsWith("<") && isXmlMediaType).decodeOutput(content));
        } catch (CodecException e) {
            problem = e.getMessage();
            return Optional.empty();
        }
    }

    /** Returns the text of a content that is one JSON string, in UTF-8. */
    private static Optional<byte[]> jsonString(byte[] content) {
        Matcher string = JSON_STRING.matcher(
                BEFORE.matcher(new String(content, ISO_8859_1)).replaceFirst(""));
        return Optional.of(string)
                .filter(Matcher::matches)
                .flatMap(match -> CreateStreamSessionConnectionCodec.json()
                        .readErrorDocument(("{\"message\":" + match.group(1) + "}").getBytes(ISO_8859_1))
                        .message())
                .map(text -> text.codePoints()
                        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .getBytes(UTF_8));
    }

    private static boolean isFreeOfCredentials(String message) {
        return !CREDENTIALS.matcher(message).find();
    }

    private Optional<String> lastResort(
            boolean is2xx, boolean isDamaged, byte[] content, byte[] text, Optional<String> member) {
        Optional<String> said = is2xx
                ? Optional.ofNullable(problem)
                : member.isPresent() ? Optional.empty() : text(new String(text, UTF_8));
        boolean hasOtherCoding = values("content-encoding")
                .flatMap(value -> Stream.of(value.split(SPACE + "*," + SPACE + "*")))
                .anyMatch(coding -> !coding.matches("(?i)(x-)?gzip|identity|"));
        boolean mayBeEncoded = hasOtherCoding && start(content).matches("(?s)[^{\\[<\"].*");
        return mayBeEncoded && !(is2xx ? isDamaged : said.isPresent())
                ? Optional.of("unsupported content coding")
                : said;
    }

    private static Optional<String> text(String text) {
        String rest = text.replaceFirst("^[ \t\r\n\uFEFF]+", "");
        boolean hasLongRun =
                RUN.matcher(rest.replaceAll("[\r\n]", "")).results().anyMatch(run -> run.end() - run.start() >= 200);
        if (NO_TEXT.matcher(rest).find() || ANSWER.matcher(rest).find() || hasLongRun) {
            return Optional.empty();
        }
        int end = Math.min(text.length(), 1000);
        boolean splits = end < text.length() && text.codePointAt(end - 1) > 0xFFFF;
        return Optional.of(text.substring(0, splits ? end - 1 : end));
    }

    private Optional<Duration> retryAfter() {
        Optional<LocalDateTime> sent =
                values("date").flatMap(ResponseOracle::date).findFirst();
        return Stream.concat(
                        values("x-amz-retry-after")
                                .flatMap(ResponseOracle::number)
                                .map(Duration::ofMillis),
                        values("retry-after")
                                .flatMap(value -> Stream.concat(
                                        number(value).map(Duration::ofSeconds),
                                        date(value)
                                                .flatMap(until -> sent.stream()
                                                        .map(start -> Duration.between(start, until))
                                                        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)))))
                .findFirst();
    }

    private static Stream<Long> number(String value) {
        Matcher number = NUMBER.matcher(value);
        return number.matches()
                ? Stream.of(new BigDecimal(number.group(1))
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact())
                : Stream.of();
    }

    private static Stream<LocalDateTime> date(String value) {
        return DATES.stream()
                .map(form -> form.matcher(value))
                .filter(Matcher::matches)
                .flatMap(date -> {
                    String year = date.group("year");
                    String century = year.length() == 4 ? "" : year.compareTo("76") < 0 ? "20" : "19";
                    String text = String.join(
                            " ",
                            date.group("weekday").substring(0, 3),
                            date.group("day").strip(),
                            date.group("month"),
                            century + year,
                            date.group("time"));
                    try {
                        return Stream.of(LocalDateTime.parse(text, DATE));
                    } catch (DateTimeException e) {
                        return Stream.of();
                    }
                });
    }
}
