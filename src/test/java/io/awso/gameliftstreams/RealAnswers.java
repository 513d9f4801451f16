package io.awso.gameliftstreams;

/** WebRTC answers that Chromium 156 made, as the service carries them: signal responses. */
public enum RealAnswers {
    AUDIO_VIDEO("chromium-156-av.json"),
    DATA_CHANNEL("chromium-156-data.json");

    private final String resource;

    RealAnswers(String resource) {
        this.resource = resource;
    }

    public String signalResponse() {
        return Fixtures.resource(RealAnswers.class, resource);
    }
}
