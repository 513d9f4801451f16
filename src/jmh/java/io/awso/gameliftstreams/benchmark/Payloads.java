package io.awso.gameliftstreams.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/** What every contestant reads and writes: a WebRTC answer from Chromium, and an error of the usual length. */
final class Payloads {
    static final String ANSWER = answer("/io/awso/gameliftstreams/chromium-156-av.json");
    static final CreateStreamSessionConnectionOutput OUTPUT = output(ANSWER);

    static final String CODE = "ThrottlingException";
    static final String MESSAGE = "Rate exceeded for stream group sg-1AB2C3De4; wait before the next request";
    static final CreateStreamSessionConnectionError ERROR = CreateStreamSessionConnectionError.of(CODE, MESSAGE);

    private Payloads() {}

    static CreateStreamSessionConnectionOutput output(String signalResponse) {
        return new CreateStreamSessionConnectionOutput(Optional.of(signalResponse));
    }

    static byte[] output(CreateStreamSessionConnectionCodec codec) {
        return codec.encode(OUTPUT);
    }

    static byte[] error(CreateStreamSessionConnectionCodec codec) {
        return codec.encode(ERROR);
    }

    private static String answer(String resource) {
        try (InputStream in = Payloads.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
