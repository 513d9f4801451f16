package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.net.URLEncoder;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first law: decoding what was encoded gives an equal value, or encoding throws because the format cannot carry it. */
final class ExactlyOrNotAtAllTest {
    private static final CreateStreamSessionConnectionJsonCodec JSON = CreateStreamSessionConnectionCodec.json();
    private static final CreateStreamSessionConnectionCodec XML = CreateStreamSessionConnectionCodec.xml();
    private static final CreateStreamSessionConnectionCodec QUERY = CreateStreamSessionConnectionCodec.query();
    private static final List<CreateStreamSessionConnectionCodec> CODECS = List.of(JSON, XML, QUERY);

    @ParameterizedTest
    @EnumSource(RealAnswers.class)
    void realAnswersComeBackInEveryFormat(RealAnswers answer) {
        String json = answer.signalResponse();
        // Alone, the CR LFs of the session description are not hidden in the escapes of a JSON string.
        String sdp = json.substring(json.indexOf("v=0"), json.lastIndexOf('"')).replace("\\r\\n", "\r\n");

        assertThat(sdp).contains("\r\n");
        for (CreateStreamSessionConnectionCodec codec : CODECS) {
            assertComesBack(codec, output(json));
            assertComesBack(codec, output(sdp));
        }
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                        "html",
                        "HTML",
                        "Exception",
                        "a b",
                        "SomeException",
                        "CreateStreamSessionConnectionOutput",
                        "CreateStreamSessionConnectionResponse",
                        "SignalResponse",
                        "ThrottlingException",
                        "null",
                        "17",
                        "a&b=c%41+<d>\"\\",
                        "\u00A0\uD83C\uDFAE\uFFFD",
                        "x".repeat(256),
                        "世".repeat(256))
                .flatMap(code -> Stream.of(
                                null,
                                "",
                                " \r\n\t ",
                                "l\uFFFDuft",
                                "SignalResponse",
                                "{\"SignalResponse\":\"v=0\"}",
                                "<SignalResponse>v=0</SignalResponse>",
                                "SignalResponse=v%3D0&Code=X",
                                "42",
                                "null",
                                "m".repeat(100_000))
                        .map(message -> Arguments.of(code, message)));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void errorsComeBackInEveryFormat(String code, String message) {
        CreateStreamSessionConnectionError error = error(code, message);

        for (CreateStreamSessionConnectionCodec codec : CODECS) {
            assertThat(codec.decodeError(codec.encode(error))).isEqualTo(error);
            assertThat(codec.decodeError(codec.encodeToString(error))).isEqualTo(error);
        }
        assertThat(JSON.decodeError(JSON.encodeTagged(error))).isEqualTo(error);
    }

    /** XML 1.0, section 2.2, and RFC 3986: neither has a form for a lone surrogate. */
    @Test
    void aValueThatAFormatCannotCarryIsRejectedWithItsPlace() {
        for (String c : List.of("\u0000", "\u0008", "\u000B", "\u001F", "\uFFFE", "\uFFFF", "\uD800", "\uDFFF")) {
            String problem = "XML: cannot carry U+%04X at index 2 of ".formatted((int) c.charAt(0));
            assertRejected(() -> XML.encode(output("ab" + c + "z")), problem + "SignalResponse");
            assertRejected(() -> XML.encodeToString(error("X", "ab" + c)), problem + "Message");
        }
        assertRejected(() -> XML.encode(error("ab\uFFFE", null)), "XML: cannot carry U+FFFE at index 2 of Code");
        assertRejected(
                () -> QUERY.encode(output("\uDC00\uD800")),
                "query form: cannot carry U+DC00 at index 0 of SignalResponse");
        assertRejected(
                () -> QUERY.encode(error("ab\uD800", null)), "query form: cannot carry U+D800 at index 2 of Code");
        assertRejected(
                () -> QUERY.encodeToString(error("X", "\uD83C\uDFAE\uDFAE")),
                "query form: cannot carry U+DFAE at index 2 of Message");
    }

    /** The code points at which UTF-8 takes one byte more, and their neighbors. */
    @ParameterizedTest
    @ValueSource(ints = {0x20, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF})
    void textIsWrittenAsUtf8(int codePoint) {
        String text = Character.toString(codePoint);

        assertThat(JSON.encode(output(text))).isEqualTo(("{\"SignalResponse\":\"" + text + "\"}").getBytes(UTF_8));
        assertThat(XML.encode(output(text)))
                .isEqualTo(("<CreateStreamSessionConnectionOutput><SignalResponse>" + text
                                + "</SignalResponse></CreateStreamSessionConnectionOutput>")
                        .getBytes(UTF_8));
        assertThat(QUERY.encodeToString(output(text)))
                .isEqualTo("SignalResponse=" + URLEncoder.encode(text, UTF_8).replace("+", "%20"));
    }

    /** Writers work in chunks, and readers in blocks: nothing may be lost where one ends. */
    @ParameterizedTest
    @ValueSource(strings = {"\r", "&", "\"", "\\", "é", "世", "\uD83C\uDFAE", "\uFFFD"})
    void textComesBackWhereverItStands(String text) {
        IntStream lengths = IntStream.of(0, 64, 1_024, 2_048, 4_096, 8_192, 16_384)
                .flatMap(boundary -> IntStream.range(Math.max(0, boundary - 45), boundary + 5));
        for (int length : lengths.toArray()) {
            CreateStreamSessionConnectionOutput output = output("x".repeat(length) + text + "y");
            for (CreateStreamSessionConnectionCodec codec : CODECS) {
                assertComesBack(codec, output);
            }
        }
    }

    private static void assertComesBack(
            CreateStreamSessionConnectionCodec codec, CreateStreamSessionConnectionOutput output) {
        // Without assertThat, whose descriptions cost more than millions of translations.
        if (!codec.decodeOutput(codec.encode(output)).equals(output)
                || !codec.decodeOutput(codec.encodeToString(output)).equals(output)) {
            throw new AssertionError(codec.contentType() + " changed an output");
        }
    }

    static Stream<Arguments> whatFormatsCarry() {
        IntPredicate surrogate = cp -> cp >= 0xD800 && cp <= 0xDFFF;
        IntPredicate xmlChar = cp -> cp == 0x9
                || cp == 0xA
                || cp == 0xD
                || cp >= 0x20 && cp <= 0xD7FF
                || cp >= 0xE000 && cp <= 0xFFFD
                || cp >= 0x10000;
        return Stream.of(
                Arguments.of(JSON, (IntPredicate) cp -> true),
                Arguments.of(XML, xmlChar),
                Arguments.of(QUERY, surrogate.negate()));
    }

    /** Every code point, lone surrogates included: between letters, at both ends, alone, and as a code if it is usable. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("whatFormatsCarry")
    void everyCodePointComesBackOrIsRejected(CreateStreamSessionConnectionCodec codec, IntPredicate carries) {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).parallel().forEach(codePoint -> {
            String c = Character.toString(codePoint);
            boolean carried = carries.test(codePoint);
            CreateStreamSessionConnectionOutput output = output(c + "a" + c + "z" + c);
            requireExactly(carried, codePoint, output, () -> codec.decodeOutput(codec.encode(output)));
            boolean usable = CreateStreamSessionConnectionError.isUsableCode(c);
            CreateStreamSessionConnectionError error = error(usable ? c : "X", c);
            requireExactly(carried, codePoint, error, () -> codec.decodeError(codec.encode(error)));
        });
    }

    private static void requireExactly(boolean carried, int codePoint, Object value, Supplier<Object> translate) {
        try {
            if (!translate.get().equals(value) || !carried) {
                throw new AssertionError("U+%04X changed".formatted(codePoint));
            }
        } catch (CodecException e) {
            if (carried || !e.getMessage().contains(": cannot carry U+%04X at index ".formatted(codePoint))) {
                throw e;
            }
        }
    }
}
