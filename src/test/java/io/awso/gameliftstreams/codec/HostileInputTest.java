package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.CODECS;
import static io.awso.gameliftstreams.Fixtures.allocatedBy;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second law: decoding any bytes returns a value or throws {@code CodecException}. */
@Tag("slow")
final class HostileInputTest {
    private static final CreateStreamSessionConnectionCodec JSON = CreateStreamSessionConnectionCodec.json();
    private static final CreateStreamSessionConnectionCodec XML = CreateStreamSessionConnectionCodec.xml();
    private static final CreateStreamSessionConnectionCodec QUERY = CreateStreamSessionConnectionCodec.query();
    private static final int MEBI = 1 << 20;

    /** Documents with every feature of the formats. */
    private static final List<String> SEEDS = List.of(
            "{\"SignalResponse\":\"v=0\\r\\n\\u0041é\",\"n\":[1.5e3,{\"a\":true},null]}",
            "{\"__type\":\"ns#A:x\",\"Message\":42,\"RequestId\":\"7f3c\",\"Error\":{\"Code\":\"B\"}}",
            "<?xml version='1.0' encoding='UTF-8'?><R xmlns:i='u'><SignalResponse i:nil='x'>&#13;<![CDATA[a]]>é</SignalResponse></R>",
            "<!DOCTYPE R [<!ENTITY e 'v'>]><Error><!-- - --><?p i?><Code>A</Code><Message>&amp;</Message></Error>",
            "Action=x&&SignalResponse=v%3D0%0D%0Aé+a&Code=A%23B&Message");

    /** Cuts each document at every byte, and replaces one or two bytes. The JDK's XML parser prints some exceptions. */
    @Test
    void damagedDocumentsGiveAValueOrAClearRejectionAndNothingIsPrinted() {
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

    /** Entities could read files and addresses. */
    @Test
    void nothingOutsideAPayloadIsRead() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
            for (String declaration : List.of(
                    "SYSTEM '" + url + "'",
                    "PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' '" + url + "'",
                    "[<!ENTITY e SYSTEM '" + url + "'>]",
                    "[<!ENTITY % p SYSTEM '" + url + "'>%p;]")) {
                decode(("<!DOCTYPE R " + declaration + "><R><Code>&e;</Code></R>").getBytes(UTF_8));
            }
            server.setSoTimeout(50);

            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

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

    /** Nothing is pooled: each call allocates its result, one buffer as long as the payload or the text, and little more. */
    @ParameterizedTest
    @ValueSource(ints = {0, 10_000})
    void aCallAllocatesItsResultAndOneBuffer(int length) {
        String text = "v=0\\r\\n".repeat(length / 7);
        for (CreateStreamSessionConnectionCodec codec : List.of(JSON, QUERY)) {
            CreateStreamSessionConnectionOutput output = output(text);
            byte[] payload = codec.encode(output);

            assertThat(allocatedByEach(() -> codec.encode(output))).isLessThan(payload.length + text.length() + 400);
            assertThat(allocatedByEach(() -> codec.decodeOutput(payload)))
                    .isLessThan(payload.length + text.length() + 400);
        }
    }

    private static long allocatedByEach(Runnable work) {
        Runnable thousand = () -> IntStream.range(0, 1_000).forEach(i -> work.run());
        thousand.run();
        return allocatedBy(thousand) / 1_000;
    }
}
