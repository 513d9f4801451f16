package io.awso.gameliftstreams.benchmark;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;

/** The three formats, as a JMH parameter. */
public enum Format {
    JSON(CreateStreamSessionConnectionCodec.json()),
    XML(CreateStreamSessionConnectionCodec.xml()),
    QUERY(CreateStreamSessionConnectionCodec.query());

    final CreateStreamSessionConnectionCodec codec;

    Format(CreateStreamSessionConnectionCodec codec) {
        this.codec = codec;
    }
}
