package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of payloads that are made to hurt; {@code docs/security.md} has the table. */
final class HostileInputTest {
    private static final CreateStreamSessionConnectionCodec JSON = CreateStreamSessionConnectionCodec.json();
    private static final CreateStreamSessionConnectionCodec XML = CreateStreamSessionConnectionCodec.xml();
    private static final CreateStreamSessionConnectionCodec QUERY = CreateStreamSessionConnectionCodec.query();
    private static final int MEBI = 1 << 20;

    @Test
    void deepNestingIsRefused() {
        requireRefused(JSON, "{\"a\":" + "[".repeat(100_000), "at most 500 levels of nesting");
        requireRefused(JSON, "{\"a\":".repeat(100_000), "at most 500 levels of nesting");
        requireRefused(XML, "<a>".repeat(100_000), "at most 500 levels of elements");
    }

    @Tag("slow")
    @Test
    void sixtyFourMebibytesOfTextAreRead() {
        String text = "x".repeat(64 * MEBI);

        assertThat(JSON.decodeOutput("{\"SignalResponse\":\"" + text + "\"}")).isEqualTo(output(text));
        assertThat(JSON.decodeOutput("{\"other\":\"" + text + "\"}")).isEqualTo(output(null));
        assertThat(XML.decodeOutput("<R><SignalResponse>" + text + "</SignalResponse></R>"))
                .isEqualTo(output(text));
        assertThat(QUERY.decodeOutput("SignalResponse=" + text)).isEqualTo(output(text));
        assertThat(QUERY.decodeOutput("SignalResponse=" + "%41".repeat(MEBI))).isEqualTo(output("A".repeat(MEBI)));
    }

    @Tag("slow")
    @Test
    void aMillionUnknownMembersAreSkippedOrRefused() {
        assertThat(JSON.decodeOutput(million("{", i -> "\"n" + i + "\":1", ",", ",\"SignalResponse\":\"v=0\"}")))
                .isEqualTo(output("v=0"));
        assertThat(QUERY.decodeOutput(million("", i -> "n" + i + "=1", "&", "&SignalResponse=v%3D0")))
                .isEqualTo(output("v=0"));
        requireRefused(XML, million("<R>", i -> "<n" + i + "/>", "", "</R>"), "at most 10000 elements");
        requireRefused(XML, million("<R ", i -> "n" + i + "=''", " ", "/>"), "1000 attributes");
    }

    private static String million(String start, IntFunction<String> part, String separator, String end) {
        return IntStream.range(0, 1_000_000).mapToObj(part).collect(Collectors.joining(separator, start, end));
    }

    @Tag("slow")
    @Test
    void numbersOfAMillionDigitsAreSkippedUnread() {
        String number = "9".repeat(1_000_000);

        assertThat(JSON.decodeOutput("{\"a\":" + number + ",\"b\":1e" + number + ",\"SignalResponse\":\"v=0\"}"))
                .isEqualTo(output("v=0"));
        requireRefused(JSON, "{\"SignalResponse\":" + number + "}", "found a number at line 1, column 19");
        assertThat(JSON.decodeError("{\"code\":\"A\",\"Message\":" + number + "}")
                        .message())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Billion laughs.
                """
                <!DOCTYPE R [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
                <R><SignalResponse>&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;</SignalResponse></R>""",
                // Quadratic blow-up.
                "<!DOCTYPE R [<!ENTITY a \"hahahahahahahahahaha\">]><R><SignalResponse>&a;&a;&a;&a;</SignalResponse></R>",
                "<!DOCTYPE R SYSTEM \"file:///etc/hostname\"><R/>",
                "<!DOCTYPE R [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><R><SignalResponse>&a;</SignalResponse></R>",
                "<!DOCTYPE R [<!ENTITY % a SYSTEM \"http://127.0.0.1:1/\"> %a;]><R/>",
                "<!DOCTYPE R PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://127.0.0.1:1/\"><R/>",
            })
    void entitiesAreRefusedWithTheirDoctype(String payload) {
        requireRefused(XML, payload, "XML: expected no DOCTYPE, found one at line 1");
    }

    @Test
    void aByteOrderMarkBeforeADocumentIsSkipped() {
        assertThat(JSON.decodeOutput("\uFEFF{\"SignalResponse\":\"v=0\"}")).isEqualTo(output("v=0"));
        assertThat(XML.decodeOutput("\uFEFF<R><SignalResponse>v=0</SignalResponse></R>"))
                .isEqualTo(output("v=0"));
        // In query form it is a character like any other, here of an unknown name.
        assertThat(QUERY.decodeOutput("\uFEFFSignalResponse=v&SignalResponse=w"))
                .isEqualTo(output("w"));
    }

    static Stream<Arguments> otherEncodings() {
        return Stream.of(UTF_16, UTF_16LE, Charset.forName("UTF-32LE"), Charset.forName("UTF-32BE"))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("otherEncodings")
    void jsonInOtherEncodingsIsRefused(Charset charset) {
        byte[] payload = "{\"SignalResponse\":\"v=0\"}".getBytes(charset);

        assertThatThrownBy(() -> JSON.decodeOutput(payload))
                .isExactlyInstanceOf(CodecException.class)
                .hasMessageStartingWith("JSON: expected ")
                .hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "US-ASCII", "UTF-16", "windows-1252", "UTF-32BE"})
    void xmlIsReadInTheEncodingThatItDeclares(String encoding) {
        byte[] payload = ("<?xml version=\"1.0\" encoding=\"" + encoding
                        + "\"?><R><SignalResponse>v=0&#13;</SignalResponse></R>")
                .getBytes(Charset.forName(encoding));

        assertThat(XML.decodeOutput(payload)).isEqualTo(output("v=0\r"));
    }

    /** XML 1.1 has more characters; what of them XML 1.0 lacks, only JSON and query form can write. */
    @Test
    void xmlOnePointOneIsRead() {
        CreateStreamSessionConnectionOutput output =
                XML.decodeOutput("<?xml version=\"1.1\"?><R><SignalResponse>a&#1;b</SignalResponse></R>");

        assertThat(output).isEqualTo(output("a\u0001b"));
        assertThat(JSON.decodeOutput(JSON.encode(output))).isEqualTo(output);
        assertThatThrownBy(() -> XML.encode(output))
                .hasMessage("XML cannot carry U+0001, which stands at index 1 of SignalResponse");
    }

    /** Forms of NUL, of a slash and of a surrogate that decoders of old let pass. */
    @ParameterizedTest
    @ValueSource(strings = {"C080", "C0AF", "E080AF", "F08080AF", "EDA080", "F4908080", "80", "FF"})
    void bytesThatLookLikeUtf8AreRefused(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);

        for (String json : List.of("{\"SignalResponse\":\"" + latin + "\"}", "{\"a\":\"" + latin + "\"}", latin)) {
            requireRefused(JSON, json.getBytes(StandardCharsets.ISO_8859_1), "JSON: expected UTF-8, found other bytes");
        }
        requireRefused(
                XML,
                ("<R><SignalResponse>" + latin + "</SignalResponse></R>").getBytes(StandardCharsets.ISO_8859_1),
                "XML: expected ");
        requireRefused(
                QUERY,
                ("SignalResponse=" + latin).getBytes(StandardCharsets.ISO_8859_1),
                "query form: expected UTF-8, found other bytes");
        requireRefused(QUERY, "a=" + hex.replaceAll("..", "%$0"), "query form: expected UTF-8, found other bytes");
    }

    @Test
    void nulBytesAreRefusedWhereTheFormatHasNone() {
        requireRefused(JSON, "\0", "JSON: expected JSON in UTF-8, found a NUL byte at offset 0");
        requireRefused(JSON, "{}\0\0\0", "JSON: expected ");
        requireRefused(JSON, "{\"SignalResponse\":\"\0\"}", "JSON: expected well-formed JSON");
        requireRefused(XML, "<R><SignalResponse>\0</SignalResponse></R>", "XML: expected well-formed XML");
        assertThat(QUERY.decodeOutput("SignalResponse=\0%00")).isEqualTo(output("\0\0"));
    }

    static Stream<Arguments> growing() {
        return Stream.of(
                Arguments.of(JSON, "{\"SignalResponse\":\"", "\\u0041", "\"}"),
                Arguments.of(JSON, "{\"a\":1", ",\"a\":[{}]", "}"),
                Arguments.of(XML, "<R><SignalResponse>", "a<!---->", "</SignalResponse></R>"),
                Arguments.of(XML, "<R><SignalResponse>", "&#65;", "</SignalResponse></R>"),
                Arguments.of(QUERY, "SignalResponse=", "%41", ""),
                Arguments.of(QUERY, "", "a=b&", ""));
    }

    /** Counted bytes, since a stopwatch would count the neighbours too. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("growing")
    void memoryGrowsWithTheLengthOfThePayload(
            CreateStreamSessionConnectionCodec codec, String start, String part, String end) {
        List<Double> bytesPerByte = Stream.of(1, 4, 16)
                .map(mebibytes -> (start + part.repeat(mebibytes * MEBI / part.length()) + end).getBytes(UTF_8))
                .map(payload -> allocatedBy(() -> codec.decodeOutput(payload)) / (double) payload.length)
                .toList();

        assertThat(bytesPerByte).allSatisfy(each -> assertThat(each).isLessThan(40));
        // Small payloads find their buffers waiting; a byte for a byte is owed in any case.
        assertThat(bytesPerByte.get(2)).isLessThan(1.5 * Math.max(1, bytesPerByte.get(0)));
    }

    /** A payload that leaves its buffers or its names behind would cost the next one a KB or more. */
    @Test
    void buffersAndNamesAreUsedAgain() {
        for (CreateStreamSessionConnectionCodec codec : List.of(JSON, XML, QUERY)) {
            CreateStreamSessionConnectionOutput output = output("v=0\r\n");
            byte[] payload = codec.encode(output);
            byte[] error = codec.encode(CreateStreamSessionConnectionError.of("ConflictException", "busy"));
            assertThat(allocatedByEach(() -> codec.encode(output))).isLessThan(1_000);
            assertThat(allocatedByEach(() -> codec.decodeOutput(payload))).isLessThan(2_300);
            assertThat(allocatedByEach(() -> codec.decodeError(error))).isLessThan(2_300);
        }
    }

    private static long allocatedByEach(Runnable work) {
        Runnable thousand = () -> IntStream.range(0, 1_000).forEach(i -> work.run());
        thousand.run();
        return allocatedBy(thousand) / 1_000;
    }

    /** The checks look at many bytes at once, and none may fall between. */
    @Test
    void everyByteIsChecked() {
        for (int at = 19; at < 119; at++) {
            byte[] payload = ("{\"SignalResponse\":\"" + "x".repeat(100) + "\"}").getBytes(UTF_8);
            payload[at] = (byte) 0xFF;

            requireRefused(JSON, payload, "JSON: expected UTF-8, found other bytes at offset " + at);
        }
    }

    @Test
    void namesInXmlAreCounted() {
        String tenThousand = "<e a='' xmlns:n='u'/>".repeat(3_333);

        assertThat(XML.decodeOutput("<R>" + tenThousand + "</R>")).isEqualTo(output(null));
        requireRefused(XML, "<R>" + tenThousand + "<e/></R>", "at most 10000 elements");
        requireRefused(XML, "<R a=''>" + tenThousand + "</R>", "at most 10000 elements");
        requireRefused(XML, "<R xmlns:m='u'>" + tenThousand + "</R>", "at most 10000 elements");
        requireRefused(XML, "<?p?><R>" + tenThousand + "</R>", "at most 10000 elements");
        assertThat(XML.decodeOutput("<!-- p --><R>text" + tenThousand + "</R>")).isEqualTo(output(null));
    }

    private static long allocatedBy(Runnable decode) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        decode.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void requireRefused(CreateStreamSessionConnectionCodec codec, String payload, String message) {
        requireRefused(codec, payload.getBytes(UTF_8), message);
    }

    private static void requireRefused(CreateStreamSessionConnectionCodec codec, byte[] payload, String message) {
        assertThatThrownBy(() -> codec.decodeOutput(payload))
                .isExactlyInstanceOf(CodecException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> codec.decodeError(payload)).isExactlyInstanceOf(CodecException.class);
    }

    private static CreateStreamSessionConnectionOutput output(String signalResponseOrNull) {
        return new CreateStreamSessionConnectionOutput(Optional.ofNullable(signalResponseOrNull));
    }
}
