package io.awso.gameliftstreams.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Any bytes at all, for every decoder and the response reader. Whatever they are: the answer is a value
 * or a {@code CodecException}; a value survives each format or is refused by it; an independent reader
 * finds the same; and no refusal shows the marker that the seeds hold.
 */
final class PayloadFuzzTest {
    private static final String MARKER = "s3cr3t";
    private static final String CALLER_CODE = "a#ConflictException:b";
    private static final List<CreateStreamSessionConnectionCodec> CODECS = List.of(
            CreateStreamSessionConnectionCodec.json(),
            CreateStreamSessionConnectionCodec.xml(),
            CreateStreamSessionConnectionCodec.query());

    @FuzzTest
    void json(byte[] payload) {
        decode(CreateStreamSessionConnectionCodec.json(), payload, new JsonOracle());
    }

    @FuzzTest
    void xml(byte[] payload) {
        decode(CreateStreamSessionConnectionCodec.xml(), payload, new XmlOracle());
    }

    @FuzzTest
    void query(byte[] payload) {
        decode(CreateStreamSessionConnectionCodec.query(), payload, new QueryOracle());
    }

    @FuzzTest
    void response(byte[] body) {
        for (String contentType : List.of("application/json", "text/xml")) {
            String code = new String(body, 0, Math.min(body.length, 40), UTF_8).replace(MARKER, "");
            for (String errorType : List.of("", CALLER_CODE, code)) {
                Map<String, List<String>> headers =
                        Map.of("content-type", List.of(contentType), "x-amzn-errortype", List.of(errorType));
                read(200, headers, body);
                Failure failure = (Failure) read(502, headers, body);
                assertThat(failure.body()).isEqualTo(body);
                // A code is no secret; all else that the body holds stays in the body.
                assertThat(failure.toString().replace(failure.error().code(), ""))
                        .doesNotContain(MARKER);
            }
        }
    }

    private static CreateStreamSessionConnectionResult read(
            int statusCode, Map<String, List<String>> headers, byte[] body) {
        try {
            return CreateStreamSessionConnectionResponseReader.read(statusCode, headers, body);
        } catch (CodecException e) {
            assertThat(statusCode).isEqualTo(200);
            assertThat(e.toString()).doesNotContain(MARKER);
            return null;
        }
    }

    private static void decode(CreateStreamSessionConnectionCodec codec, byte[] payload, Oracle oracle) {
        Optional<CreateStreamSessionConnectionOutput> output = answer(() -> codec.decodeOutput(payload));
        output.ifPresent(value -> requireCarriedOrRefused(value, each -> each.decodeOutput(each.encode(value))));
        if (oracle.comparesOutput(payload)) {
            assertThat(output).isEqualTo(oracle.output(payload));
        }
        for (String code : List.of("", CALLER_CODE)) {
            Optional<CreateStreamSessionConnectionError> error = answer(() -> codec.decodeError(code, payload));
            error.ifPresent(value -> requireCarriedOrRefused(value, each -> each.decodeError(each.encode(value))));
            if (oracle.comparesError(payload)) {
                assertThat(error).isEqualTo(oracle.error(code, payload));
            }
        }
    }

    /** The value; empty where it is refused. Any other exception is a finding. */
    private static <T> Optional<T> answer(Supplier<T> decode) {
        try {
            return Optional.of(decode.get());
        } catch (CodecException e) {
            assertThat(e.toString()).doesNotContain(MARKER);
            assertThat(e).hasNoCause().hasNoSuppressedExceptions();
            return Optional.empty();
        }
    }

    private static <T> void requireCarriedOrRefused(
            T value, Function<CreateStreamSessionConnectionCodec, T> roundTrip) {
        for (CreateStreamSessionConnectionCodec codec : CODECS) {
            answer(() -> roundTrip.apply(codec))
                    .ifPresent(back -> assertThat(back).isEqualTo(value));
        }
    }
}
