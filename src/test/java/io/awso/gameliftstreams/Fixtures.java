package io.awso.gameliftstreams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Values and assertions that many tests need. */
public final class Fixtures {
    /** The codecs of all formats: JSON, XML and query form. */
    public static final List<CreateStreamSessionConnectionCodec> CODECS = List.of(
            CreateStreamSessionConnectionCodec.json(),
            CreateStreamSessionConnectionCodec.xml(),
            CreateStreamSessionConnectionCodec.query());

    private static final Pattern BYTES = Pattern.compile("«([0-9A-F]+)(?:\\*([0-9]+))?»");

    private Fixtures() {}

    /** Returns the text of a test resource in a class's package. */
    public static String resource(Class<?> neighbor, String name) {
        try (InputStream in = neighbor.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the lines of a test resource in a class's package, without comments and empty lines. */
    public static Stream<String> lines(Class<?> neighbor, String name) {
        return resource(neighbor, name).lines().filter(line -> !line.isEmpty() && !line.startsWith("#"));
    }

    /** Returns a text as UTF-8, in which {@code «0D0A»} means two bytes, and {@code «20*500»} means one byte 500 times. */
    public static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher matcher = BYTES.matcher(text);
        int end = 0;
        for (; matcher.find(); end = matcher.end()) {
            bytes.writeBytes(text.substring(end, matcher.start()).getBytes(UTF_8));
            int count = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
            bytes.writeBytes(HexFormat.of().parseHex(matcher.group(1).repeat(count)));
        }
        bytes.writeBytes(text.substring(end).getBytes(UTF_8));
        return bytes.toByteArray();
    }

    /** Returns the codec of a document's format, by its first character. */
    public static CreateStreamSessionConnectionCodec codecOf(String document) {
        return CODECS.get(document.startsWith("{") ? 0 : document.startsWith("<") ? 1 : 2);
    }

    /** Returns an output; null means an absent signal response. */
    public static CreateStreamSessionConnectionOutput output(String signalResponse) {
        return new CreateStreamSessionConnectionOutput(Optional.ofNullable(signalResponse));
    }

    /** Returns an error; null means an absent message. */
    public static CreateStreamSessionConnectionError error(String code, String message) {
        return CreateStreamSessionConnectionError.of(code, message);
    }

    /** Asserts that a call throws a {@code CodecException} with a message, no cause and nothing suppressed. */
    public static void assertRejected(ThrowingCallable call, String message) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isExactlyInstanceOf(CodecException.class).hasMessage(message);
        assertThat(thrown).hasNoCause().hasNoSuppressedExceptions();
    }

    /** Returns how many bytes the work allocates in this thread. Other threads do not change the result. */
    public static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
