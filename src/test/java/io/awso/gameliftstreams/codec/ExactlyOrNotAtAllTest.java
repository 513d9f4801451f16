package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import io.awso.gameliftstreams.model.UnknownOperationError;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first law: a value comes back as it was, or is refused because the format cannot carry it. */
final class ExactlyOrNotAtAllTest {
    private static final CreateStreamSessionConnectionCodec JSON = CreateStreamSessionConnectionCodec.json();
    private static final CreateStreamSessionConnectionCodec XML = CreateStreamSessionConnectionCodec.xml();
    private static final CreateStreamSessionConnectionCodec QUERY = CreateStreamSessionConnectionCodec.query();

    @Test
    void carriageReturnsSurviveXml() {
        CreateStreamSessionConnectionOutput output = output("v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\n\r");

        assertThat(XML.encodeToString(output)).contains("v=0&#xd;\n");
        assertThat(XML.decodeOutput(XML.encode(output))).isEqualTo(output);
    }

    @Test
    void xmlRefusesLoneSurrogatesInsteadOfWritingQuestionMarks() {
        assertThatThrownBy(() -> XML.encode(output("ab\uD800c")))
                .isInstanceOf(CodecException.class)
                .hasMessage("XML cannot carry U+D800, which stands at index 2 of SignalResponse");
    }

    @Test
    void xmlRefusesNoncharactersInsteadOfWritingReferencesThatNobodyReads() {
        assertThatThrownBy(() -> XML.encode(output("\uFFFE")))
                .isInstanceOf(CodecException.class)
                .hasMessage("XML cannot carry U+FFFE, which stands at index 0 of SignalResponse");
    }

    @Test
    void xmlKeepsWhiteSpaceOnlyTextInAnElementWithAttributes() {
        assertThat(XML.decodeOutput("<Output><SignalResponse unit=\"line\"> \t\n </SignalResponse></Output>"))
                .isEqualTo(output(" \t\n "));
    }

    @Test
    void queryRefusesLoneSurrogatesInsteadOfWritingQuestionMarks() {
        assertThatThrownBy(() -> QUERY.encode(output("\uDC00\uD800")))
                .isInstanceOf(CodecException.class)
                .hasMessage("query form cannot carry U+DC00, which stands at index 0 of SignalResponse");
    }

    @Test
    void queryRefusesBytesThatAreNotUtf8InsteadOfReadingReplacementCharacters() {
        assertThatThrownBy(() -> QUERY.decodeOutput("SignalResponse=%C0%80"))
                .isInstanceOf(CodecException.class)
                .hasMessage("query form: expected UTF-8, found other bytes in the part at offset 15");
    }

    @Test
    void refusalsNameTheMemberThatCannotBeCarried() {
        CreateStreamSessionConnectionError error = CreateStreamSessionConnectionError.of("Odd\u0001Code", "fine");

        assertThatThrownBy(() -> XML.encode(error))
                .hasMessage("XML cannot carry U+0001, which stands at index 3 of Code");
    }

    @ParameterizedTest
    @EnumSource(RealAnswers.class)
    void realAnswersSurviveEveryFormat(RealAnswers answer) {
        CreateStreamSessionConnectionOutput output = output(answer.signalResponse());

        for (CreateStreamSessionConnectionCodec codec : List.of(JSON, XML, QUERY)) {
            assertThat(codec.decodeOutput(codec.encode(output))).isEqualTo(output);
            assertThat(codec.decodeOutput(codec.encodeToString(output))).isEqualTo(output);
        }
    }

    /** The session description alone, its CR LFs not hidden behind the escapes of a JSON string. */
    @Test
    void sessionDescriptionsSurviveEveryFormat() {
        String answer = RealAnswers.AUDIO_VIDEO.signalResponse();
        String sdp =
                answer.substring(answer.indexOf("v=0"), answer.lastIndexOf('"')).replace("\\r\\n", "\r\n");
        CreateStreamSessionConnectionOutput output = output(sdp);

        assertThat(sdp.lines()).hasSizeGreaterThan(100);
        for (CreateStreamSessionConnectionCodec codec : List.of(JSON, XML, QUERY)) {
            assertThat(codec.decodeOutput(codec.encode(output))).isEqualTo(output);
        }
    }

    /** The code points at which UTF-8 takes a byte more, and their neighbours. */
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

    /** Every code point, lone surrogates included: alone, doubled, between letters and at both ends. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("whatFormatsCarry")
    void everyCodePointComesBackOrIsRefused(CreateStreamSessionConnectionCodec codec, IntPredicate carried) {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).parallel().forEach(codePoint -> {
            String c = Character.toString(codePoint);
            requireRoundTrip(codec, carried.test(codePoint), codePoint, 0, c);
            requireRoundTrip(codec, carried.test(codePoint), codePoint, 0, c + c);
            requireRoundTrip(codec, carried.test(codePoint), codePoint, 1, "a" + c + "z");
            requireRoundTrip(codec, carried.test(codePoint), codePoint, 0, c + "az" + c);
        });
    }

    private static void requireRoundTrip(
            CreateStreamSessionConnectionCodec codec, boolean carried, int codePoint, int index, String text) {
        CreateStreamSessionConnectionOutput output = output(text);
        CreateStreamSessionConnectionError error = CreateStreamSessionConnectionError.of("ConflictException", text);
        if (carried) {
            // No assertThat here: its descriptions cost more than the ten million decodings.
            if (!codec.decodeOutput(codec.encode(output)).equals(output)
                    || !codec.decodeError(codec.encode(error)).equals(error)) {
                throw new AssertionError("U+%04X changed".formatted(codePoint));
            }
        } else {
            String refused = "cannot carry U+%04X, which stands at index %d of ".formatted(codePoint, index);
            assertThatThrownBy(() -> codec.encode(output))
                    .isInstanceOf(CodecException.class)
                    .hasMessageEndingWith(refused + "SignalResponse");
            assertThatThrownBy(() -> codec.encode(error))
                    .isInstanceOf(CodecException.class)
                    .hasMessageEndingWith(refused + "Message");
        }
    }

    /** Codes are cleaned when read, so the sweep of codes shows that no code is cleaned into another. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("whatFormatsCarry")
    void everyCodePointInACodeComesBackOrIsRefused(CreateStreamSessionConnectionCodec codec, IntPredicate carried) {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).parallel().forEach(codePoint -> {
            for (String code : List.of("a" + Character.toString(codePoint) + "z", Character.toString(codePoint))) {
                CreateStreamSessionConnectionError error;
                try {
                    error = new UnknownOperationError(code, Optional.empty());
                } catch (IllegalArgumentException e) {
                    continue; // No such error, so nothing to carry.
                }
                if (carried.test(codePoint)) {
                    if (!codec.decodeError(codec.encode(error)).equals(error)) {
                        throw new AssertionError("U+%04X changed".formatted(codePoint));
                    }
                } else {
                    assertThatThrownBy(() -> codec.encode(error)).isInstanceOf(CodecException.class);
                }
            }
        });
    }

    private static CreateStreamSessionConnectionOutput output(String signalResponse) {
        return new CreateStreamSessionConnectionOutput(Optional.of(signalResponse));
    }
}
