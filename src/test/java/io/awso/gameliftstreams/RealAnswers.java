package io.awso.gameliftstreams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** WebRTC answers that Chromium 156 made, as the service carries them: signal responses. */
public enum RealAnswers {
    AUDIO_VIDEO("chromium-156-av.json"),
    DATA_CHANNEL("chromium-156-data.json");

    private final String resource;

    RealAnswers(String resource) {
        this.resource = resource;
    }

    public String signalResponse() {
        try (InputStream in = RealAnswers.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
