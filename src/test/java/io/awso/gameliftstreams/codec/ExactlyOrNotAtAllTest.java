package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.CODECS;
import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

    @ParameterizedTest
    @EnumSource(RealAnswers.class)
    void realAnswersComeBackInEveryFormat(RealAnswers answer) {
        String json = answer.signalResponse();
        // Outside its JSON string, the session description has real CR LFs.
        String sdp = json.substring(json.indexOf("v=0"), json.lastIndexOf('"')).replace("\\r\\n", "\r\n");

        assertThat(sdp).contains("\r\n");
        for (CreateStreamSessionConnectionCodec codec : CODECS) {
            assertComesBack(codec, output(json));
            assertComesBack(codec, output(sdp));
        }
    }

    @Test
    void errorsComeBackInEveryFormat() {
        Stream<String> codes = Stream.concat(
                Stream.of(
                        "html HTML Exception SomeException CreateStreamSessionConnectionOutput SignalResponse null 17 error details"
                                .split(" ")),
                Stream.of("InvalidAMIID.NotFound", "a/b_c-d$e", ".", "/", "$", "-", "_", "x".repeat(256)));
        List<String> messages =
                Arrays.asList(null, "", " \r\n\t ", "\uFEFF", "l\uFFFDuft", "42", "null", "m".repeat(100_000));
        for (String code : codes.toList()) {
            for (String message : messages) {
                requireComesBack(error(code, message));
            }
        }
        for (String message : """
                SignalResponse
                {"SignalResponse":"v=0"}
                <SignalResponse>v=0</SignalResponse>
                SignalResponse=v%3D0&Code=X""".split("\n")) {
            requireComesBack(error("ThrottlingException", message));
        }
    }

    private static void requireComesBack(CreateStreamSessionConnectionError error) {
        for (CreateStreamSessionConnectionCodec codec : CODECS) {
            assertThat(codec.decodeError(codec.encodeToString(error))).isEqualTo(error);
            assertThat(codec.decodeError(codec.encode(error))).isEqualTo(error);
        }
        assertThat(JSON.decodeError(JSON.encodeTagged(error))).isEqualTo(error);
    }

    /** XML 1.0, section 2.2, and RFC 3986: neither has a form for a lone surrogate. */
    @Test
    void aValueThatAFormatCannotCarryIsRejectedWithTheIndex() {
        for (String c : List.of("\u0000", "\u0008", "\u000B", "\u001F", "\uFFFE", "\uFFFF", "\uD800", "\uDFFF")) {
            String problem = "XML: cannot carry U+%04X at index 2 of ".formatted((int) c.charAt(0));
            assertRejected(() -> XML.encode(output("ab" + c + "z")), problem + "SignalResponse");
            assertRejected(() -> XML.encodeToString(error("X", "ab" + c)), problem + "Message");
        }
        assertRejected(
                () -> QUERY.encode(output("\uDC00\uD800")),
                "query form: cannot carry U+DC00 at index 0 of SignalResponse");
        assertRejected(
                () -> QUERY.encodeToString(error("X", "\uD83C\uDFAE\uDFAE")),
                "query form: cannot carry U+DFAE at index 2 of Message");
    }

    /** Readers and writers work in words of eight bytes: nothing may be lost between two, nor where UTF-8 takes one byte more. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\r", "&", "\"", "\\", "\u0080\u07FF", "\u0800\uD7FF", "\uE000\uFFFD", "\uD800\uDC00\uDBFF\uDFFF"
            })
    void textComesBackAtEveryOffset(String text) {
        IntStream lengths = IntStream.of(0, 64, 1_024, 2_048, 4_096, 8_192, 16_384)
                .flatMap(boundary -> IntStream.range(Math.max(0, boundary - 45), boundary + 5));
        for (int length : lengths.toArray()) {
            CreateStreamSessionConnectionOutput output = output("x".repeat(length) + text + "y");
            for (CreateStreamSessionConnectionCodec codec : CODECS) {
                assertComesBack(codec, output);
            }
        }
    }

    /** {@link Escapes} has two ways to write: byte by byte and by words. They meet where the text or the payload ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\\r\\n",
                "\\",
                "\"",
                "\\r\\",
                "&&",
                "<",
                ">",
                "\r",
                "\t",
                "?",
                "\u007F",
                "\u00E9",
                "€",
                "\uD83C\uDFAE"
            })
    void theSameIsWrittenByWordsAndByBytes(String text) {
        for (int length = 0; length <= 40; length++) {
            for (int at = 0; at <= length; at++) {
                byte[] utf8 = ("a".repeat(at) + text + "b".repeat(length - at) + text).getBytes(UTF_8);
                for (Escapes escapes : List.of(Escapes.JSON, Escapes.XML, Escapes.QUERY)) {
                    long measured = escapes.length(utf8, false);
                    assertThat(escapes.length(utf8, true)).isEqualTo(measured);
                    byte[] byBytes = new byte[(int) (measured < 0 ? ~measured : measured)];
                    assertThat(escapes.write(utf8, byBytes, 0, false)).isEqualTo(byBytes.length);
                    byte[] byWords = new byte[byBytes.length];
                    assertThat(escapes.write(utf8, byWords, 0, true)).isEqualTo(byBytes.length);
                    assertThat(byWords).isEqualTo(byBytes);
                }
            }
        }
    }

    /** A payload that no array can hold is rejected before memory is allocated for it. */
    @Test
    void aPayloadThatIsLongerThanAnArrayIsRejected() {
        PayloadWriter out = new PayloadWriter(Escapes.JSON);
        String text = "\u0001".repeat(1 << 22); // Six bytes each: 24 MiB
        for (int i = 0; i < 85; i++) {
            out.text("Message", text);
        }
        assertRejected(() -> out.text("Message", text), "JSON: longer than an array can be");
    }

    private static void assertComesBack(
            CreateStreamSessionConnectionCodec codec, CreateStreamSessionConnectionOutput output) {
        // assertThat would take longer than the codecs.
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

    /** Every code point, lone surrogates included: 64 that the format carries in one text, each of the others alone. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("whatFormatsCarry")
    void everyCodePointComesBackOrIsRejected(CreateStreamSessionConnectionCodec codec, IntPredicate carries) {
        for (int first = 0; first <= Character.MAX_CODE_POINT; first += 64) {
            Map<Boolean, List<String>> byCarried = IntStream.range(first, first + 64)
                    .boxed()
                    .collect(Collectors.partitioningBy(
                            carries::test, Collectors.mapping(Character::toString, Collectors.toList())));
            // Letters in between, so that two surrogates are no pair.
            String text = String.join("a", byCarried.get(true));
            String code = byCarried.get(true).stream()
                    .filter(CreateStreamSessionConnectionError::isUsableCode)
                    .collect(Collectors.joining("a", "X", "X"));
            assertComesBack(codec, output(text));
            assertThat(codec.decodeError(codec.encode(error(code, text)))).isEqualTo(error(code, text));
            for (String rejected : byCarried.get(false)) {
                assertCannotCarry(rejected.codePointAt(0), () -> codec.encode(output("a" + rejected + "z")));
                assertCannotCarry(rejected.codePointAt(0), () -> codec.encode(error("X", "a" + rejected)));
            }
        }
    }

    private static void assertCannotCarry(int codePoint, ThrowingCallable encode) {
        assertThatThrownBy(encode)
                .isExactlyInstanceOf(CodecException.class)
                .hasMessageContaining(": cannot carry U+%04X at index 1 of ".formatted(codePoint));
    }
}
