package io.awso.gameliftstreams;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * Kinds of input that are meant to cost much time, memory or stack: one generator per kind, for any length. The tests
 * and the benchmarks read each of them.
 */
public enum HostileKind {
    JSON_LONG_STRING(json("{\"SignalResponse\":\"", i -> "xxxxxxxx", "\"}")),
    JSON_ESCAPED_LETTERS(json("{\"SignalResponse\":\"", i -> "\\u0041", "\"}")),
    JSON_ESCAPED_LINE_ENDS(json("{\"SignalResponse\":\"", i -> "\\\\r\\\\n", "\"}")),
    JSON_ESCAPED_SURROGATES(json("{\"SignalResponse\":\"", i -> "\\ud83c\\udfae", "\"}")),
    JSON_LONE_SURROGATES(json("{\"Message\":\"", i -> "\\udfae", "\",\"code\":\"A\"}")),
    JSON_ESCAPED_APOSTROPHES(json("{\"code\":\"A\",\"message\":\"", i -> "\\'", "\"}")),
    JSON_BACKSLASHES(json("{\"SignalResponse\":\"", i -> "\\\\", "")),
    JSON_NON_ASCII(json("{\"SignalResponse\":\"", i -> "a\u00e9\ud83c\udfae", "\"}")),
    JSON_MALFORMED_UTF_8(bytes(Reader.JSON, ISO_8859_1, "{\"code\":\"A\",\"Message\":\"", i -> "\u00ff\u00c3a", "\"}")),
    JSON_LONG_NAME(json("{\"", i -> "\\u0041aaaaa", "\":1}")),
    JSON_LONG_NUMBER(json("{\"a\":", i -> "12345678", "}")),
    JSON_NUMBER_AS_MESSAGE(json("{\"code\":\"A\",\"Message\":-1e", i -> "12345678", "}")),
    JSON_WHITE_SPACE(json("{", i -> " \r\n\t", "\"code\":\"A\"}")),
    JSON_ARRAYS(json("{\"a\":", i -> "[", "")),
    JSON_OBJECTS(json("", i -> "{\"a\":", "")),
    JSON_ARRAYS_IN_OBJECTS(json("{\"a\":", i -> "[{\"a\":", "")),
    JSON_NESTED_PLACES(json("", i -> "{\"error\":", "")),
    JSON_NESTED_PLACES_WITH_CODES(json("", i -> "{\"code\":\"A\",\"message\":\"m\",\"error\":", "")),
    JSON_DEEP_PLACES(json("{", i -> "\"Error\":{".repeat(16) + "\"code\":\"A\"" + "}".repeat(16) + ",", "\"a\":1}")),
    JSON_PLACES_TOO_DEEP(json("{", i -> "\"Error\":{".repeat(17) + "}".repeat(17) + ",", "\"code\":\"A\"}")),
    JSON_PLACES(json("{\"a\":1", i -> ",\"Error\":{\"Message\":\"m\"}", "}")),
    JSON_PLACES_WITH_CODES(json("{\"a\":1", i -> ",\"Error\":{\"Code\":\"A\"}", "}")),
    JSON_MEMBERS(json("{\"a\":1", i -> ",\"n" + i + "\":1", "}")),
    JSON_REPEATED_CODES(json("{\"code\":\"A\"", i -> ",\"code\":\"A b\"", "}")),
    JSON_REPEATED_MESSAGES(json("{\"code\":\"A\"", i -> ",\"message\":\" \"", "}")),
    JSON_REPEATED_REQUEST_IDS(json("{\"code\":\"A\"", i -> ",\"requestId\":\"1, 2\"", "}")),
    JSON_COLLIDING_NAMES(json("{\"a\":1", i -> ",\"" + colliding(i) + "\":1", "}")),
    JSON_CODE_OF_HASHES(json("{\"code\":\"", i -> "a#", "A\"}")),
    JSON_CODE_OF_SPACES(json("{\"code\":\"a#", i -> " ", "A\"}")),
    JSON_CODE_OF_COLONS(json("{\"code\":\"A", i -> ":,", "\"}")),
    JSON_SENTENCE_OF_SPACES(json("{\"error\":\"a", i -> " \t", "\"}")),
    JSON_REQUEST_ID_OF_COMMAS(json("{\"code\":\"A\",\"RequestId\":\"", i -> " ,", "\"}")),
    JSON_UTF_16(bytes(Reader.JSON, UTF_16, "{\"code\":\"", i -> "A", "\"}")),

    XML_LONG_TEXT(xml("<R><SignalResponse>", i -> "xxxxxxxx", "</SignalResponse></R>")),
    XML_REFERENCES(xml("<R><SignalResponse>", i -> "&#65;", "</SignalResponse></R>")),
    XML_LONG_REFERENCE(xml("<R><SignalResponse>&#", i -> "00000000", "65;</SignalResponse></R>")),
    XML_LONG_ENTITY_NAME(xml("<R><Code>A</Code>&", i -> "aaaaaaaa", ";</R>")),
    XML_ENTITIES(xml("<R><SignalResponse>", i -> "&amp;&lt;", "</SignalResponse></R>")),
    XML_AMPERSANDS(xml("<R><Code>A</Code>", i -> "&", "</R>")),
    XML_CARRIAGE_RETURNS(xml("<R><SignalResponse>", i -> "\r\r\n", "</SignalResponse></R>")),
    XML_BRACKETS(xml("<R><SignalResponse>", i -> "]]", "</SignalResponse></R>")),
    XML_CDATA(xml("<R><SignalResponse>", i -> "<![CDATA[a]]>", "</SignalResponse></R>")),
    XML_BRACKETS_IN_CDATA(xml("<R><SignalResponse><![CDATA[", i -> "]]", "")),
    XML_COMMENTS(xml("<R><SignalResponse>", i -> "a<!---->", "</SignalResponse></R>")),
    XML_OPEN_COMMENT(xml("<R><Code>A</Code><!--", i -> "- ", "")),
    XML_INSTRUCTIONS(xml("<R>", i -> "<?p?>", "</R>")),
    XML_OPEN_INSTRUCTION(xml("<R><Code>A</Code><?p ", i -> "??", "")),
    XML_PROLOG(xml("<?xml version='1.0'?>", i -> "<!---->\n<?p?>", "<R/>")),
    XML_LONG_DECLARATION(xml("<?xml version='1.0'", i -> " ", "encoding='utf-8'?><R/>")),
    XML_LONG_ENCODING(xml("<?xml version='1.0' encoding='a", i -> "a", "'?><R/>")),
    XML_ENCODINGS(xml("<?xml ", i -> "encoding='", "")),
    XML_WHITE_SPACE(xml("", i -> " \n", "<Error><Code>A</Code></Error>")),
    XML_NESTING(xml("", i -> "<a>", "")),
    XML_NESTED_LONG_NAMES(xml("", i -> "<" + "a".repeat(1_000) + ">", "")),
    XML_NESTED_PLACES(xml("", i -> "<Error>", "")),
    XML_NESTED_PLACES_WITH_CODES(xml("", i -> "<Error><Code>A</Code>", "")),
    XML_DEEP_PLACES(xml("<R>", i -> "<Error>".repeat(16) + "<Code>A</Code>" + "</Error>".repeat(16), "</R>")),
    XML_PLACES(xml("<R>", i -> "<Error><Message>a</Message></Error>", "</R>")),
    XML_ELEMENTS(xml("<R>", i -> "<n" + i + "/>", "</R>")),
    XML_ELEMENTS_IN_MEMBER(xml("<R><Code>", i -> "<a/>", "</Code></R>")),
    XML_NESTING_IN_MEMBER(xml("<R><Code>A</Code><Message>", i -> "<a>", "")),
    XML_COLLIDING_NAMES(xml("<R>", i -> "<" + colliding(i) + "/>", "</R>")),
    XML_LONG_NAME(xml("<", i -> "aaaaaaaa", "/>")),
    XML_COLONS(xml("<R>", i -> "<a:", "")),
    XML_SPACES_IN_TAGS(xml("<R ", i -> "\n ", "></R >")),
    XML_ATTRIBUTES(xml("<R", i -> " n" + i + "=''", "/>")),
    XML_COLLIDING_ATTRIBUTES(xml("<R", i -> " " + colliding(i) + "=''", "/>")),
    XML_NAMESPACES(xml("<Error", i -> " xmlns:a" + i + "='1'", "><Code>A</Code></Error>")),
    XML_NIL_ATTRIBUTES(xml("<R><SignalResponse", i -> " a" + i + ":nil='true'", "/></R>")),
    XML_TAGS_WITH_ATTRIBUTES(xml("<R>", i -> "<a b='' c='' d='' e='' f='' g='' h='' i='' j='' k=''/>", "</R>")),
    XML_LINE_SEPARATORS(xml("<?xml version='1.1'?><Error a='", i -> "\u2028", "'/>")),
    XML_DOCTYPE(xml("<!DOCTYPE R [", i -> "<!ENTITY e" + i + " 'v'>", "]><R/>")),
    XML_EXPANDING_ENTITIES(xml(
            "<!DOCTYPE R [<!ENTITY e0 'v'>",
            i -> "<!ENTITY e" + (i + 1) + " '&e" + i + ";&e" + i + ";'>",
            "]><R><Code>&e9;</Code></R>")),
    XML_UTF_16(bytes(Reader.XML, UTF_16, "<R><SignalResponse>", i -> "a\u00e9", "</SignalResponse></R>")),
    XML_MALFORMED_UTF_8(bytes(Reader.XML, ISO_8859_1, "<R><Code>A</Code><Message>", i -> "\u00ff", "</Message></R>")),
    XML_WINDOWS_1252(bytes(
            Reader.XML, ISO_8859_1, "<?xml version='1.0' encoding='windows-1252'?><R><a>", i -> "\u0080", "</a></R>")),

    QUERY_LONG_VALUE(query("SignalResponse=", i -> "xxxxxxxx", "")),
    QUERY_ESCAPES(query("SignalResponse=", i -> "%41", "")),
    QUERY_PERCENT_SIGNS(query("Code=A&Message=", i -> "%", "")),
    QUERY_SPACES(query("Code=A&Message=", i -> "+", "")),
    QUERY_EMPTY_PAIRS(query("", i -> "&", "Code=A")),
    QUERY_EQUALS_SIGNS(query("Code=A&Message=", i -> "=", "")),
    QUERY_NAMES(query("", i -> "n" + i + "=1&", "")),
    QUERY_COLLIDING_NAMES(query("", i -> colliding(i) + "=1&", "")),
    QUERY_REPEATED_CODES(query("Code=A", i -> "&Code=%20", "")),

    HTTP_PAGE(body("<html>", i -> "<p class='a'>", "</html>")),
    HTTP_TEXT(body("", i -> "busy\n", "")),
    HTTP_ALMOST_MARKERS(body("", i -> "ice-ufra ice-pw v=0.4 SignalRespons\n", "")),
    HTTP_DOTTED_CAPITAL_I(body("", i -> "\u0130", "")),
    HTTP_KELVIN_SIGNS(body("", i -> "\u212a\u017f", "")),
    HTTP_PERCENT_SIGNS(body("", i -> "%", "")),
    HTTP_BASE64_LINES(body("", i -> "A".repeat(50) + "\r\n.\n", "")),
    HTTP_LINE_ENDS(body("a", i -> "\r\n", "a")),
    HTTP_WHITE_SPACE(body("", i -> " ", "")),
    HTTP_BYTE_ORDER_MARKS(body("", i -> "\ufeff", "busy")),
    HTTP_JSON_STRING(body("\"", i -> "\\u0041", "\"")),
    HTTP_JSON_STRING_OF_BACKSLASHES(body("\"", i -> "\\\\", "")),
    HTTP_JSON_STRING_AND_SPACES(body("\"busy\"", i -> " ", "x")),
    HTTP_MALFORMED_UTF_8(bytes(Reader.HTTP, ISO_8859_1, "", i -> "\u00ff", "")),

    GZIP_EXPANSION(compressed(bytes -> gzip(new byte[bytes]))),
    GZIP_DOTTED_CAPITAL_I(compressed(bytes -> gzip("\u0130".repeat(bytes / 2).getBytes(UTF_8)))),
    GZIP_EMPTY_MEMBERS(compressed(bytes -> repeat(gzip(new byte[0]), bytes))),
    GZIP_MEMBERS(compressed(bytes -> repeat(gzip(new byte[] {' '}), bytes))),
    GZIP_LONG_FILE_NAME(compressed(bytes -> {
        byte[] body = repeat(new byte[] {'a'}, bytes);
        System.arraycopy(new byte[] {0x1F, (byte) 0x8B, 8, 8, 0, 0, 0, 0, 0, 0}, 0, body, 0, 10);
        return body;
    })),
    GZIP_OPEN_HEADERS(compressed(bytes -> repeat(new byte[] {0x1F, (byte) 0x8B}, bytes))),
    GZIP_TRAILING_BYTES(compressed(bytes -> {
        byte[] member = gzip("{}".getBytes(UTF_8));
        return Arrays.copyOf(member, member.length + bytes);
    })),

    HEADER_NAMES(headers(count -> {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            headers.put("x-" + i, List.of("1"));
        }
        return headers;
    })),
    HEADER_NAMES_IN_EVERY_CASE(headers(count -> {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        String name = "x-amzn-errortype";
        for (int i = 0; i < Math.min(count, 1 << 14); i++) {
            StringBuilder variant = new StringBuilder();
            for (int at = 0; at < name.length(); at++) {
                char c = name.charAt(at);
                variant.append((i >> at & 1) == 1 && c >= 'a' ? (char) (c - 32) : c);
            }
            headers.put(variant.toString(), repeated(" ", count >> 14));
        }
        return headers;
    })),
    HEADER_DATES_AND_WAITS(headers(count -> Map.of("Date", repeated("x", count), "Retry-After", repeated("x", count)))),
    HEADER_USABLE_DATE_LAST(headers(count -> Map.of(
            "Date",
            with(repeated("Mon, 01 Jan 2024 00:00:0 GMT", count), "Mon, 01 Jan 2024 00:00:00 GMT"),
            "Retry-After",
            with(repeated("Mon, 01 Jan 2024 00:00:60 GMT", count), "Mon, 01 Jan 2024 00:00:07 GMT")))),
    HEADER_MANY_CODES(headers(count -> Map.of("x-amzn-errortype", repeated("a b", count)))),
    HEADER_MANY_REQUEST_IDS(headers(count -> Map.of("x-amzn-requestid", repeated("\u00e9", count)))),
    HEADER_MANY_MESSAGES(headers(count -> Map.of("x-amzn-error-message", repeated("ice-pwd:", count)))),
    HEADER_MANY_CODINGS(headers(count -> Map.of("content-encoding", repeated("br", count)))),
    HEADER_LONG_CODE(header("x-amzn-errortype", "a#")),
    HEADER_LONG_SENTENCE(header("x-amzn-errortype", "a ")),
    HEADER_LONG_MESSAGE(header("x-amzn-error-message", "ice-pw")),
    HEADER_LONG_REQUEST_ID(header("x-amzn-requestid", "a")),
    HEADER_LONG_CONTENT_TYPE(header("content-type", "text/xml;+")),
    HEADER_LONG_CODING(header("content-encoding", "gzip, ")),
    HEADER_LONG_WAIT(header("Retry-After", "7")),
    HEADER_LONG_FRACTION(header("Retry-After", "7.0")),
    HEADER_JOINED_WAITS(header("Retry-After", "7, ")),
    HEADER_LONG_DATE(header("Date", "Mon, "));

    private final IntFunction<Supplier<Object>> input;

    HostileKind(IntFunction<Supplier<Object>> input) {
        this.input = input;
    }

    /**
     * Makes an input of about the given length, and returns what reads it: as an output and as an error, or as responses
     * of status 200 and 502. The result describes what was read, or why it was rejected.
     */
    public Supplier<Object> reading(int bytes) {
        return input.apply(bytes);
    }

    /** Reads a payload by one of the library's ways. */
    enum Reader {
        JSON(payload -> read(CreateStreamSessionConnectionCodec.json(), payload)),
        XML(payload -> read(CreateStreamSessionConnectionCodec.xml(), payload)),
        QUERY(payload -> read(CreateStreamSessionConnectionCodec.query(), payload)),
        HTTP(body -> respond(Map.of("content-type", List.of("text/xml")), body));

        private final Function<byte[], Object> read;

        Reader(Function<byte[], Object> read) {
            this.read = read;
        }

        /** Returns what was read, or the problems. */
        Object read(byte[] payload) {
            return read.apply(payload);
        }

        private static Object read(CreateStreamSessionConnectionCodec codec, byte[] payload) {
            return Arrays.asList(
                    valueOrProblem(() -> codec.decodeOutput(payload)),
                    valueOrProblem(() -> codec.decodeError(payload)));
        }

        private static Object valueOrProblem(Supplier<Object> decode) {
            try {
                return decode.get();
            } catch (CodecException e) {
                return e.getMessage();
            }
        }

        static Object respond(Map<String, List<String>> headers, byte[] body) {
            return Arrays.asList(
                    CreateStreamSessionConnectionResponseReader.read(200, headers, body),
                    CreateStreamSessionConnectionResponseReader.read(502, headers, body));
        }
    }

    private static IntFunction<Supplier<Object>> json(String start, IntFunction<String> part, String end) {
        return bytes(Reader.JSON, UTF_8, start, part, end);
    }

    private static IntFunction<Supplier<Object>> xml(String start, IntFunction<String> part, String end) {
        return bytes(Reader.XML, UTF_8, start, part, end);
    }

    private static IntFunction<Supplier<Object>> query(String start, IntFunction<String> part, String end) {
        return bytes(Reader.QUERY, UTF_8, start, part, end);
    }

    private static IntFunction<Supplier<Object>> body(String start, IntFunction<String> part, String end) {
        return bytes(Reader.HTTP, UTF_8, start, part, end);
    }

    private static IntFunction<Supplier<Object>> bytes(
            Reader reader, Charset charset, String start, IntFunction<String> part, String end) {
        return bytes -> {
            StringBuilder text = new StringBuilder(start);
            for (int i = 0; text.length() < bytes - end.length(); i++) {
                text.append(part.apply(i));
            }
            byte[] payload = text.append(end).toString().getBytes(charset);
            return () -> reader.read(payload);
        };
    }

    private static IntFunction<Supplier<Object>> compressed(IntFunction<byte[]> make) {
        return bytes -> {
            byte[] body = make.apply(bytes);
            return () -> Reader.respond(Map.of("content-encoding", List.of("gzip")), body);
        };
    }

    /** Returns responses with a header or a value for every 32 bytes, which is about what each of them takes. */
    private static IntFunction<Supplier<Object>> headers(IntFunction<Map<String, List<String>>> make) {
        return bytes -> {
            Map<String, List<String>> headers = make.apply(bytes / 32);
            return () -> Reader.respond(headers, new byte[0]);
        };
    }

    private static IntFunction<Supplier<Object>> header(String name, String part) {
        return bytes -> {
            Map<String, List<String>> headers = Map.of(name, List.of(part.repeat(bytes / part.length())));
            return () -> Reader.respond(headers, new byte[0]);
        };
    }

    private static List<String> repeated(String value, int count) {
        return new ArrayList<>(Collections.nCopies(Math.max(1, count), value));
    }

    private static List<String> with(List<String> values, String last) {
        values.add(last);
        return values;
    }

    /** Returns names that are all different but have the same hash code. */
    private static String colliding(int i) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 20; bit++) {
            name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }

    private static byte[] repeat(byte[] part, int bytes) {
        byte[] repeated = new byte[bytes / part.length * part.length];
        for (int at = 0; at < repeated.length; at += part.length) {
            System.arraycopy(part, 0, repeated, at, part.length);
        }
        return repeated;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
