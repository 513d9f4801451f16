package io.awso.gameliftstreams.http;

import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in gzip: complete, in several members, damaged and cut off. */
final class GzipTest {
    private static final byte[] OUTPUT =
            CreateStreamSessionConnectionCodec.json().encode(output(RealAnswers.values()[0].signalResponse()));

    @Test
    void membersAreJoinedAndWhatFollowsThemIsIgnored() {
        byte[] members = concat(Response.gzip(new byte[0]), Response.gzip("{\"code\":".getBytes(UTF_8)));
        members = concat(members, Response.gzip("\"A\"}".getBytes(UTF_8)));

        assertThat(code(members)).isEqualTo("A");
        assertThat(code(concat(members, new byte[] {0, 0, 0}))).isEqualTo("A");
        assertThat(code(concat(members, new byte[] {0x1F}))).isEqualTo("A");
        assertThat(read(200, concat(Response.gzip(OUTPUT), "<!-- proxy -->".getBytes(UTF_8))))
                .isInstanceOf(Success.class);
        assertThat(read(200, concat(Response.gzip(OUTPUT), new byte[] {0x1F, (byte) 0x8B})))
                .satisfies(GzipTest::isDamaged);
    }

    /** {@code GZIPInputStream} calls itself for each empty member. */
    @Test
    void manyEmptyMembersAreRead() {
        byte[] empty = Response.gzip(new byte[0]);
        byte[] body = new byte[100_000 * empty.length];
        for (int at = 0; at < body.length; at += empty.length) {
            System.arraycopy(empty, 0, body, at, empty.length);
        }

        assertThat(((Success) read(200, body)).output()).isEqualTo(output(null));
        assertThat(code(concat(body, Response.gzip("{\"code\":\"A\"}".getBytes(UTF_8)))))
                .isEqualTo("A");
    }

    @Test
    void whatIsCompleteBeforeTheEndOfACutBodyIsUsedButIsNoOutput() {
        byte[] gzip = Response.gzip(OUTPUT);
        byte[] error = Response.gzip("{\"code\":\"ConflictException\",\"message\":\"Busy\"}".getBytes(UTF_8));

        for (int length = 2; length < gzip.length; length++) {
            assertThat(read(200, Arrays.copyOf(gzip, length))).satisfies(GzipTest::isDamaged);
        }
        for (int length = error.length - 8; length < error.length; length++) {
            assertThat(((Failure) read(409, Arrays.copyOf(error, length))).error())
                    .isEqualTo(error("ConflictException", "Busy"));
        }
    }

    /** What the JDK decompresses is read, and nothing else, except that RFC 1952 has a compliant reader reject unknown flags. */
    @Test
    void damageIsFoundWhereTheJdkFindsIt() {
        byte[] gzip = withAllFields(OUTPUT);
        assertThat(read(200, gzip)).isInstanceOf(Success.class);
        for (int bit = 16; bit < gzip.length * 8; bit++) {
            byte[] changed = gzip.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            boolean hasUnknownFlag = (changed[3] & 0xE0) != 0;

            assertThat(read(200, changed) instanceof Success)
                    .as("bit " + bit)
                    .isEqualTo(!hasUnknownFlag && Arrays.equals(OUTPUT, decompressedByTheJdk(changed)));
        }
    }

    /** Noise is stored in blocks of at most 64 KiB, so the first are complete. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 100_000, 900_000})
    void whatIsBeforeTheDamageIsUsed(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        byte[] gzip = Response.gzip(concat("{\"code\":\"A\",\"x\":\"".getBytes(UTF_8), noise));
        byte[] damaged = gzip.clone();
        Arrays.fill(damaged, gzip.length - Math.max(8, length / 2), gzip.length, (byte) 0xFF);

        assertThat(code(damaged)).isEqualTo("A");
    }

    private static byte[] decompressedByTheJdk(byte[] gzip) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        } catch (IOException e) {
            return null;
        }
    }

    /** Returns a member whose header has an extra field, a name, a comment and a checksum. */
    private static byte[] withAllFields(byte[] content) {
        byte[] gzip = Response.gzip(content);
        byte[] head = "\u001F\u008B\u0008\u001E\0\0\0\0\0\u0003\u0002\0xyname\0comment\0".getBytes(ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(head);
        int value = (int) checksum.getValue();
        return concat(
                concat(head, new byte[] {(byte) value, (byte) (value >> 8)}),
                Arrays.copyOfRange(gzip, 10, gzip.length));
    }

    private static CreateStreamSessionConnectionResult read(int statusCode, byte[] body) {
        return CreateStreamSessionConnectionResponseReader.read(statusCode, Map.of(), body);
    }

    private static String code(byte[] body) {
        return ((Failure) read(500, body)).error().code();
    }

    private static void isDamaged(CreateStreamSessionConnectionResult result) {
        assertThat(((Failure) result).error()).isEqualTo(error("UnknownError", "damaged gzip body"));
    }

    private static byte[] concat(byte[] start, byte[] end) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(start);
        both.writeBytes(end);
        return both.toByteArray();
    }
}
