package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.fuzz.JsonOracle;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every production of RFC 8259, well-formed and malformed, in {@code SignalResponse} and in members that are skipped. In
 * the test data, one char is one byte.
 */
final class JsonGrammarTest {
    private static final CreateStreamSessionConnectionJsonCodec CODEC = CreateStreamSessionConnectionCodec.json();

    /** From then on, the codec reads and writes eight bytes at a time. {@link FirstUse} reads one by one. */
    @BeforeAll
    static void readSoMuchThatWordsPay() {
        assertThat(Words.pays(1 << 24)).isTrue();
    }

    /** Returns the parts between white space; a dot in a part is a space. */
    private static Stream<String> words(String words) {
        return Stream.of(words.split("[ \n]+")).map(word -> word.replace('·', ' '));
    }

    static Stream<String> strings() {
        Stream<String> escapes = words("""
                · a ·\u007F· '{}[],:/ \\" \\\\ \\/ \\b \\f \\n \\r \\t \\\\n \\\\\\n \\\\r\\\\n \\\\r\\\\ \\\\r\\n
                \\u0000 \\u0022\\u005C\\u005c \\u00e9\\u00E9\\u00FF\\u0100 \\uABCD\\uef01\\u2028\\uFEFF
                \\uFFFE\\uffff\\uFFFD \\uD83C\\uDFAE \\ud800\\udc00\\udbff\\udfff \\uD83C \\uD83Cx
                \\uD83C\\uD83C \\uD83C\\n \\uDFAE\\uD83C \\uD83C\u00C3\u00A9""");
        // The first and last sequence of each row of RFC 3629, section 4.
        Stream<String> utf8 = IntStream.of(
                        0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0xCFFF, 0xD000, 0xD7FF, 0xE000, 0xFEFF, 0xFFFE, 0xFFFF,
                        0x10000, 0x3FFFF, 0x40000, 0xFFFFF, 0x100000, 0x10FFFF)
                .mapToObj(codePoint -> new String(Character.toString(codePoint).getBytes(UTF_8), ISO_8859_1));
        return Stream.concat(
                Stream.concat(Stream.of(""), escapes), utf8.flatMap(c -> Stream.of(c, "a\\n" + c + "\\t")));
    }

    /** Returns the text of a string, as Jackson reads it. */
    private static String textOf(String string) {
        return JsonMapper.shared().readValue(bytes('"' + string + '"'), String.class);
    }

    static Stream<String> malformedStrings() {
        Stream<String> escapes = words("""
                \\ \\\\\\ \\a \\v \\0 \\x41 \\' \\N \\U0041 \\u \\u0 \\u00 \\u004 \\u004g \\ug041 \\u+041
                \\u-041 \\u00\\n \\u{41} \\uD83C\\u \\uD83C\\uDFA \\uD83C\\x " "" \\· \\\t \\\u00C3\u00A9 \\u00·1
                \\u\u00EF\u00BC\u009100 \\u\u00FF000""");
        Stream<String> controls = IntStream.range(0, ' ')
                .mapToObj(control -> (char) control)
                .flatMap(control -> Stream.of("a" + control + "b", "\u00C3\u00A9" + control));
        Stream<String> notUtf8 = words("""
                80 BF C0 C080 C0AF C1BF C2 C22E C3C3 DF E0 E080 E08080 E080AF E09FBF E180 E1802E EDA080 EDBFBF
                EDA0BDEDB880 EF EFBF F0 F08080 F0808080 F08080AF F08FBFBF F090 F09080 F48FBF F4908080 F5808080
                F880808080 FC8080808080 FE FF FEFF""").map(hex -> new String(HexFormat.of().parseHex(hex), ISO_8859_1));
        return Stream.of(escapes, controls, notUtf8).flatMap(each -> each);
    }

    static Stream<String> otherValues() {
        return words("""
                true false 0 -0 1 9 -1 10 1234567890 -9876543210 0.0 -0.0 1.5 0.001 10.01 1e5 1E5 1e+5 1e-5
                1E+05 0e0 0E-0 -0e00 1.5e3 -1.5E-300 1e400 123456789012345678901234567890 [] [0] [[]] [[],[]]
                [{}] [1,2] ["a",null,true,false,-1.5e3,{}] ["]"] ["\\"]"] {} {"a":1} {"a":1,"b":2}
                {"a":1,"a":2} {"":{"":{}}} {"}":"}"} {"a":[{"b":[{}]}]} {"SignalResponse":1}
                [[[[[[[[[[]]]]]]]]]] [{"a":[1,{"b":[2]},3]},4] [·] [·1·,·2·] [\r1\r,\t2·] {·} {·"a"·:·1·}""");
    }

    static Stream<String> malformedValues() {
        Stream<String> values = words("""
                a tru truE True TRUE true1 truefalse fals falsee nul nulll Null NULL NaN Infinity -Infinity
                undefined none 'a' `a` a"" "a"b - + +1 --1 -a 00 01 -01 007 0x1F 1a 1_000 1,000.5 . .5 -.5 5.
                -5. 0. 1.e5 1..2 1.2.3 1.-2 e5 1e 1E 1e+ 1e- 1e5.5 1e5e5 1e++5 1e+-5 0e 1f 1L [ ] [1 [1, [,]
                [,1] [1,] [1,,2] [1;2] [1:2] [1} [[] []] ["a] ["a" [a] { {] {"a" {"a": {"a":1 {"a":1, {"a"}
                {"a":} {"a":1,} {,} {,"a":1} {"a":1,,"b":2} {"a"::1} {"a",1} {"a"=1} {a:1} {'a':1} {1:1}
                {null:1} {"a":1] {"a":1;} {[]:1} {{}:1} {"a:1} /**/1 1/**/ 1// //\r1 #\r1 <a/> {}{} [][] {"a":1}}
                [{"a":1]} {"a":[1}} · tru·e nul\0 "a"·"b" \u00C2\u00A0 1\u00C2\u00A0 \u00EF\u00BB\u00BF1 \0 1\0
                \0131 1\f -·1 1·2 1e·5 \u00EF\u00BC\u0091 [1·2] {"a":1·"b":2} {"a"·1}""");
        return Stream.of(Stream.of(""), values, malformedStrings().map(string -> '"' + string + '"'))
                .flatMap(each -> each);
    }

    private static byte[] bytes(String payload) {
        return payload.getBytes(ISO_8859_1);
    }

    private static void assertSkipped(String value) {
        for (String before : new String[] {"", " ", "\t\r\n "}) {
            assertThat(CODEC.decodeOutput(bytes("{\"a\":" + before + value + before + ",\"SignalResponse\":\"v\"}")))
                    .isEqualTo(output("v"));
        }
        assertThat(CODEC.decodeOutput(
                        bytes("{\"SignalResponse\":\"v\",\"a\":[{\"b\":" + value + ",\"c\":[" + value + "]}]}")))
                .isEqualTo(output("v"));
    }

    private static void assertMalformed(String payload) {
        assertThatThrownBy(() -> CODEC.decodeOutput(bytes(payload)))
                .as(payload)
                .isExactlyInstanceOf(CodecException.class)
                .hasMessageMatching("JSON: (expected|malformed|control character) .* at line \\d+, column \\d+"
                        + "|JSON: malformed (escape|UTF-8) at line \\d+, column \\d+")
                .hasNoCause();
    }

    @ParameterizedTest
    @MethodSource("strings")
    void aStringIsReadAsItsText(String string) {
        String quoted = '"' + string + '"';
        String text = textOf(string);

        assertThat(CODEC.decodeOutput(bytes("{\"SignalResponse\":" + quoted + "}")))
                .isEqualTo(output(text));
        assertThat(CODEC.decodeOutput(bytes("{\"SignalResponse\" : " + quoted + " }")))
                .isEqualTo(output(text));
        assertSkipped(quoted);
        assertThat(CODEC.decodeOutput(bytes("{" + quoted + ":1,\"a\":{" + quoted + ":2},\"SignalResponse\":\"v\"}")))
                .isEqualTo(output("v"));
        assertThat(CODEC.decodeError("X", new String(bytes("{\"Message\":" + quoted + "}"), UTF_8))
                        .message())
                .hasValue(text);
    }

    @ParameterizedTest
    @MethodSource("otherValues")
    void otherValuesAreSkippedButRejectedAsASignalResponse(String value) {
        assertSkipped(value);
        assertThatThrownBy(() -> CODEC.decodeOutput(bytes("{\"SignalResponse\":" + value + "}")))
                .isExactlyInstanceOf(CodecException.class)
                .hasMessageMatching(
                        "JSON: SignalResponse is an? (number|boolean|array|object), expected a string or null,"
                                + " at line 1, column 19");
    }

    @ParameterizedTest
    @MethodSource("malformedValues")
    void malformedValuesAreRejectedEverywhere(String value) {
        // The message may be about the type, if the value begins like one of another type.
        assertThat(answer(bytes("{\"SignalResponse\":" + value + "}"))).isEmpty();
        assertMalformed("{\"a\":" + value + ",\"SignalResponse\":\"v\"}");
        assertMalformed("{\"SignalResponse\":\"v\",\"a\":[" + (value.isBlank() ? "," : value) + "]}");
        assertMalformed("{\"a\":{\"b\":{\"c\":" + value + "}}}");
    }

    @ParameterizedTest
    @MethodSource("malformedStrings")
    void malformedNamesAreRejected(String name) {
        assertMalformed("{\"" + name + "\":1}");
        assertMalformed("{\"SignalResponse\":\"v\",\"a\":[{\"" + name + "\":1}]}");
    }

    @Test
    void anObjectOrNothingIsAnOutput() {
        assertThat(Stream.concat(Stream.of(""), words("""
                        · \u00EF\u00BB\u00BF {} ·{} \t\r·{·\t\r}\t\r· \u00EF\u00BB\u00BF{} \u00EF\u00BB\u00BF·{}·
                        {"a":1} {·"a"·:·1·,·"b"·:·2·}""")))
                .allSatisfy(payload ->
                        assertThat(CODEC.decodeOutput(bytes(payload))).isEqualTo(output(null)));
    }

    @Test
    void anythingElseIsNotAnOutput() {
        assertThat(words("""
                        { } {{}} {}} {}{} {}, {}·1 {}// {}\0 \0 \0{} \f{} \u00C2\u00A0{} {}\u00C2\u00A0 \u00EF\u00BB{}
                        \u00EF\u00BB\u00BF\u00EF\u00BB\u00BF{} ·\u00EF\u00BB\u00BF{} \u00FE\u00FF\0{\0}
                        \u00FF\u00FE{\0}\0 \0{\0} {\0}\0 [] [{}] "" 0 null true <a/> a=b""")).allSatisfy(JsonGrammarTest::assertMalformed);
    }

    /** Shorter and longer than a step of eight bytes, and where a step meets the end of the payload. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void specialCharactersAreReadAtEveryOffset(boolean byWords) {
        List<String> specials = words("""
                \\" \\\\r\\\\n \\n \\\\ \\u20AC \\u00e9 \\uD83C \u00C3\u00A9 \u00F0\u009F\u008E\u00AE""").toList();
        for (int length = 0; length <= 40; length++) {
            for (int at = 0; at <= length; at++) {
                String before = "a".repeat(at);
                String after = "b".repeat(length - at);
                for (String special : specials) {
                    String string = before + special + after;
                    String text = before + textOf(special) + after;
                    assertScans(string, text, byWords);
                    assertReads(string, text);
                }
                for (String malformed : new String[] {"\\x", "\n", "\u001F", "\u00FF", "\\u12x"}) {
                    String string = '"' + before + malformed + after + '"';
                    assertThatThrownBy(() -> new JsonScanner(bytes(string), true, byWords).readString())
                            .isExactlyInstanceOf(CodecException.class);
                    assertThat(answer(bytes("{\"SignalResponse\":" + string + "}")))
                            .isEmpty();
                    assertThat(answer(bytes("{\"a\":" + string + "}"))).isEmpty();
                }
            }
        }
    }

    private static void assertScans(String string, String text, boolean byWords) {
        JsonScanner reader = new JsonScanner(bytes('"' + string + "\",\"" + string + "\""), true, byWords);
        JsonScanner skipper = new JsonScanner(bytes('"' + string + '"'), true, byWords);
        skipper.skipScalar();
        if (!text.equals(reader.readString())
                || !reader.take(',')
                || !text.equals(reader.readString())
                || reader.peek() != JsonScanner.END
                || skipper.peek() != JsonScanner.END) {
            throw new AssertionError("not read as its text: " + string);
        }
    }

    private static void assertReads(String string, String text) {
        CreateStreamSessionConnectionOutput output = output(text);
        if (!CODEC.decodeOutput(bytes("{\"SignalResponse\":\"" + string + "\"}"))
                        .equals(output)
                || !CODEC.decodeOutput(
                                bytes("{\"" + string + "\":\"" + string + "\",\"SignalResponse\":\"" + string + "\"}"))
                        .equals(output)
                || !CODEC.decodeOutput(CODEC.encode(output)).equals(output)) {
            throw new AssertionError("not read as its text: " + string);
        }
    }

    /** Characters that are not ASCII are decoded about a mebibyte at a time. */
    @ParameterizedTest
    @ValueSource(strings = {"é", "€", "\uD83C\uDFAE", "aé", "aa€", "aaa\uD83C\uDFAE"})
    void aLongRunOfCharactersIsNotDividedWithinACharacter(String start) {
        String last = start.replace("a", "");
        String text = start + last.repeat((3 << 20) / last.getBytes(UTF_8).length);
        byte[] json = ("{\"SignalResponse\":\"" + text + "\"}").getBytes(UTF_8);
        byte[] cut = Arrays.copyOf(json, json.length - 1);
        cut[cut.length - 2] = '"'; // In place of the last byte of the last character.
        cut[cut.length - 1] = '}';

        assertThat(CODEC.decodeOutput(json).equals(output(text))).isTrue();
        assertThatThrownBy(() -> CODEC.decodeOutput(cut)).hasMessageStartingWith("JSON: malformed UTF-8 at line 1");
    }

    @Test
    void nestingHasNoLimit() {
        for (int depth : new int[] {63, 64, 65, 1_000_000}) {
            String arrays = "[".repeat(depth) + "]".repeat(depth);
            String objects = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            String both = "[{\"a\":".repeat(depth) + "[]" + "}]".repeat(depth);
            for (String deep : List.of(arrays, objects, both)) {
                assertSkipped(deep);
                assertThat(CODEC.decodeError("{\"error\":" + deep + ",\"code\":\"A\"}"))
                        .isEqualTo(error("A", null));
            }
            assertThat(CODEC.decodeError("{\"code\":\"A\",\"a\":" + "[".repeat(depth)))
                    .isEqualTo(error("A", null));
            assertMalformed("{\"a\":" + "[".repeat(depth));
            assertMalformed("{\"a\":" + "[".repeat(depth) + "]".repeat(depth - 1) + "}}");
            assertMalformed("{\"a\":" + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth - 1) + "]}");
        }
    }

    @Test
    void everySingleByteChangeOfAShortDocumentIsReadAsJacksonReadsIt() {
        byte[] document = "{\"a\":[1.5e+3,true,{\"é\":null}],\"SignalResponse\":\"v=0\\n\\u00e9ü\"} ".getBytes(UTF_8);
        JsonOracle oracle = new JsonOracle();
        for (int i = 0; i < document.length; i++) {
            for (int b = 0; b < 256; b++) {
                byte[] changed = document.clone();
                changed[i] = (byte) b;
                Optional<CreateStreamSessionConnectionOutput> output = answer(changed);
                if (!output.equals(oracle.output(changed))) {
                    throw new AssertionError("byte " + b + " at " + i + ": " + output);
                }
            }
        }
    }

    private static Optional<CreateStreamSessionConnectionOutput> answer(byte[] payload) {
        try {
            return Optional.of(CODEC.decodeOutput(payload));
        } catch (CodecException e) {
            return Optional.empty();
        }
    }

    @Test
    void everyTruncationOfADocumentIsRejected() {
        String shortDocument = "{\"a\":[1.5e+3,true,{\"b\":null}],\"SignalResponse\":\"v=0\\n\\u00e9\"}";
        byte[] realDocument = CODEC.encode(output(RealAnswers.AUDIO_VIDEO.signalResponse()));
        for (byte[] document : new byte[][] {bytes(shortDocument), realDocument}) {
            for (int length = 1; length < document.length; length++) {
                byte[] cut = Arrays.copyOf(document, length);
                assertThat(answer(cut)).isEmpty();
                assertThat(CODEC.readErrorDocument(cut).code()).isEmpty();
            }
        }
    }
}
