package io.awso.gameliftstreams.benchmark;

import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;

/** What every contestant reads and writes: a WebRTC answer that a browser made, and an error of the usual length. */
final class Payloads {
    static final String ANSWER = RealAnswers.AUDIO_VIDEO.signalResponse();
    static final CreateStreamSessionConnectionOutput OUTPUT = output(ANSWER);

    static final String CODE = "ThrottlingException";
    static final String MESSAGE = "Rate exceeded for stream group sg-1AB2C3De4; wait before the next request";
    static final CreateStreamSessionConnectionError ERROR = CreateStreamSessionConnectionError.of(CODE, MESSAGE);

    private Payloads() {}

    static CreateStreamSessionConnectionOutput output(String signalResponse) {
        return CreateStreamSessionConnectionOutput.builder()
                .signalResponse(signalResponse)
                .build();
    }

    static byte[] output(CreateStreamSessionConnectionCodec codec) {
        return codec.encode(OUTPUT);
    }

    static byte[] error(CreateStreamSessionConnectionCodec codec) {
        return codec.encode(ERROR);
    }
}
