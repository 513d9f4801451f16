package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
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

/** The second law: decoding any bytes returns a value or throws {@code CodecException}. */
final class HostileInputTest {
    private static final CreateStreamSessionConnectionCodec JSON = CreateStreamSessionConnectionCodec.json();
    private static final CreateStreamSessionConnectionCodec XML = CreateStreamSessionConnectionCodec.xml();
    private static final CreateStreamSessionConnectionCodec QUERY = CreateStreamSessionConnectionCodec.query();
    private static final List<CreateStreamSessionConnectionCodec> CODECS = List.of(JSON, XML, QUERY);
    private static final int MEBI = 1 << 20;

    /** Documents of every kind, as wide apart as they can be. */
    private static final List<String> SEEDS = List.of(
            "{\"SignalResponse\":\"v=0\\r\\n\\u0041é\",\"n\":[1.5e3,{\"a\":true},null]}",
            "{\"__type\":\"ns#A:x\",\"Message\":42,\"RequestId\":\"7f3c\",\"Error\":{\"Code\":\"B\"}}",
            "<?xml version='1.0' encoding='UTF-8'?><R xmlns:i='u'><SignalResponse i:nil='x'>&#13;<![CDATA[a]]>é</SignalResponse></R>",
            "<!DOCTYPE R [<!ENTITY e 'v'>]><Error><!-- - --><?p i?><Code>A</Code><Message>&amp;</Message></Error>",
            "Action=x&&SignalResponse=v%3D0%0D%0Aé+a&Code=A%23B&Message");

    /** Each truncation of each document, and each byte replaced by, preceded by or swapped for a random one. */
    @Test
    void damagedDocumentsGiveAnAnswerOrAClearRejectionAndNothingIsPrinted() {
        PrintStream systemErr = System.err;
        PrintStream systemOut = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Random random = new Random(17);
        System.setErr(new PrintStream(printed, true, UTF_8));
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            for (String seed : SEEDS) {
                byte[] document = seed.getBytes(UTF_8);
                for (int i = 0; i < document.length; i++) {
                    decode(Arrays.copyOf(document, i));
                    for (int round = 0; round < 10; round++) {
                        byte[] damaged = document.clone();
                        damaged[i] = (byte) random.nextInt();
                        decode(damaged);
                        damaged[random.nextInt(damaged.length)] = document[random.nextInt(document.length)];
                        decode(damaged);
                    }
                }
            }
        } finally {
            System.setErr(systemErr);
            System.setOut(systemOut);
        }
        assertThat(printed.toString(UTF_8)).isEmpty();
    }

    private static void decode(byte[] payload) {
        for (CreateStreamSessionConnectionCodec codec : CODECS) {
            ErrorDocument document = codec.readErrorDocument(payload);
            try {
                codec.decodeOutput(payload);
            } catch (CodecException e) {
                // A clear rejection; any other exception fails the test.
            }
            try {
                CreateStreamSessionConnectionError error = codec.decodeError(payload);
                assertThat(error.code()).isEqualTo(document.code().orElse(null));
            } catch (CodecException e) {
                assertThat(document.code()).isEmpty();
            }
            assertThat(codec.decodeError("X", payload))
                    .isEqualTo(error("X", document.message().orElse(null)));
        }
    }

    /** A reader that called itself for each level would not survive this. */
    @Test
    void aMillionLevelsOfJsonAreSkipped() {
        int levels = 1_000_000;

        for (String deep : List.of(
                "[".repeat(levels) + "]".repeat(levels),
                "{\"a\":".repeat(levels) + "1" + "}".repeat(levels),
                "[{\"a\":".repeat(levels) + "[]" + "}]".repeat(levels))) {
            assertThat(JSON.decodeOutput("{\"a\":" + deep + ",\"SignalResponse\":\"v=0\"}"))
                    .isEqualTo(output("v=0"));
            assertThat(JSON.decodeError("{\"error\":" + deep + ",\"code\":\"A\"}"))
                    .isEqualTo(error("A", null));
        }
        assertRejected(
                () -> JSON.decodeOutput("{\"a\":" + "[".repeat(levels)),
                "JSON: expected a value at line 1, column 1000006");
        assertThat(JSON.decodeError("{\"code\":\"A\",\"a\":" + "[".repeat(levels)))
                .isEqualTo(error("A", null));
    }

    @Tag("slow")
    @Test
    void sixtyFourMebibytesOfTextAreRead() {
        String text = "x".repeat(64 * MEBI);

        assertThat(JSON.decodeOutput("{\"SignalResponse\":\"" + text + "\"}").equals(output(text)))
                .isTrue();
        assertThat(JSON.decodeOutput("{\"" + text + "\":\"" + text + "\"}")).isEqualTo(output(null));
        assertThat(XML.decodeOutput("<R><SignalResponse>" + text + "</SignalResponse></R>")
                        .equals(output(text)))
                .isTrue();
        assertThat(QUERY.decodeOutput("SignalResponse=" + text).equals(output(text)))
                .isTrue();
        assertThat(QUERY.decodeOutput("SignalResponse=" + "%41".repeat(MEBI))).isEqualTo(output("A".repeat(MEBI)));
    }

    @Tag("slow")
    @Test
    void aMillionUnknownMembersAreSkipped() {
        assertThat(JSON.decodeOutput(million("{", i -> "\"n" + i + "\":1", ",", ",\"SignalResponse\":\"v=0\"}")))
                .isEqualTo(output("v=0"));
        assertThat(QUERY.decodeOutput(million("", i -> "n" + i + "=1", "&", "&SignalResponse=v%3D0")))
                .isEqualTo(output("v=0"));
    }

    private static String million(String start, IntFunction<String> part, String separator, String end) {
        return IntStream.range(0, 1_000_000).mapToObj(part).collect(Collectors.joining(separator, start, end));
    }

    @Tag("slow")
    @Test
    void numbersOfAMillionDigitsAreNotCalculated() {
        String number = "9".repeat(1_000_000);

        assertThat(JSON.decodeOutput("{\"a\":" + number + ",\"b\":1e" + number + ",\"SignalResponse\":\"v=0\"}"))
                .isEqualTo(output("v=0"));
        assertThat(JSON.decodeError("{\"code\":\"A\",\"Message\":" + number + "}"))
                .isEqualTo(error("A", number));
    }

    /** Forms of NUL, of a slash, of a surrogate and of code points beyond the last, which old decoders accepted. */
    @ParameterizedTest
    @ValueSource(strings = {"C080", "C0AF", "E080AF", "F08080AF", "EDA080", "F4908080"})
    void overLongUtf8IsRejectedInJson(String hex) {
        String bytes = new String(HexFormat.of().parseHex(hex), ISO_8859_1);

        for (String start : List.of("{\"SignalResponse\":\"", "{\"a\":[\"", "{\"")) {
            assertRejected(
                    () -> JSON.decodeOutput((start + bytes + "\"}").getBytes(ISO_8859_1)),
                    "JSON: malformed UTF-8 at line 1, column " + (start.length() + 1));
        }
    }

    /** The reader looks at many bytes at once. */
    @Test
    void everyByteOfJsonIsChecked() {
        for (int at = 19; at < 119; at++) {
            byte[] payload = ("{\"SignalResponse\":\"" + "x".repeat(100) + "\"}").getBytes(UTF_8);
            payload[at] = (byte) 0xFF;
            byte[] skipped = new String(payload, ISO_8859_1)
                    .replace("SignalResponse", "OtherResponses")
                    .getBytes(ISO_8859_1);
            String problem = "JSON: malformed UTF-8 at line 1, column " + (at + 1);

            assertRejected(() -> JSON.decodeOutput(payload), problem);
            assertRejected(() -> JSON.decodeOutput(skipped), problem);
        }
    }

    static Stream<Arguments> growing() {
        return Stream.of(
                Arguments.of(JSON, "{\"SignalResponse\":\"", "\\u0041", "\"}"),
                Arguments.of(JSON, "{\"a\":1", ",\"a\":[{}]", "}"),
                Arguments.of(JSON, "{\"a\":1", ",\"Error\":{\"Code\":\"A\"}", ",\"SignalResponse\":\"\"}"),
                Arguments.of(JSON, "{\"a\":1", ",\"\\u006d\\u0065ssage\":7", "}"),
                Arguments.of(XML, "<R><SignalResponse>", "a<!---->", "</SignalResponse></R>"),
                Arguments.of(XML, "<R><SignalResponse>", "&#65;", "</SignalResponse></R>"),
                Arguments.of(XML, "<R><a>", "<![CDATA[a]]>", "</a></R>"),
                Arguments.of(QUERY, "SignalResponse=", "%41", ""),
                Arguments.of(QUERY, "", "a=b&", ""));
    }

    /** Allocated bytes are counted, because the machine's other work does not change them. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("growing")
    void memoryGrowsWithTheLengthOfThePayload(
            CreateStreamSessionConnectionCodec codec, String start, String part, String end) {
        List<Double> bytesPerByte = Stream.of(1, 4, 16)
                .map(mebibytes -> (start + part.repeat(mebibytes * MEBI / part.length()) + end).getBytes(UTF_8))
                .map(payload -> allocatedBy(() -> {
                            codec.decodeOutput(payload);
                            codec.readErrorDocument(payload);
                        })
                        / (double) payload.length)
                .toList();

        assertThat(bytesPerByte).allSatisfy(each -> assertThat(each).isLessThan(80));
        // Small payloads use buffers that are already there.
        assertThat(bytesPerByte.get(2)).isLessThan(1.5 * Math.max(1, bytesPerByte.get(0)));
    }

    /** A payload that kept its buffers or names would slow down all later ones. */
    @Test
    void buffersAndNamesAreUsedAgain() {
        for (CreateStreamSessionConnectionCodec codec : CODECS) {
            CreateStreamSessionConnectionOutput output = output("v=0\r\n");
            byte[] payload = codec.encode(output);
            byte[] error = codec.encode(error("ConflictException", "busy"));
            long most = codec == XML ? 40_000 : 2_300;

            assertThat(allocatedByEach(() -> codec.encode(output))).isLessThan(1_000);
            assertThat(allocatedByEach(() -> codec.decodeOutput(payload))).isLessThan(most);
            assertThat(allocatedByEach(() -> codec.decodeError(error))).isLessThan(most);
        }
    }

    private static long allocatedByEach(Runnable work) {
        Runnable thousand = () -> IntStream.range(0, 1_000).forEach(i -> work.run());
        thousand.run();
        return allocatedBy(thousand) / 1_000;
    }

    private static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
