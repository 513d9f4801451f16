/**
 * Typed shapes and codecs for the response of Amazon GameLift Streams' {@code
 * CreateStreamSessionConnection}.
 */
module io.awso.gameliftstreams {
    requires transitive java.xml;
    requires transitive tools.jackson.databind;
    requires com.ctc.wstx;
    requires static transitive java.net.http;
    requires static transitive org.jspecify;
    requires static tools.jackson.dataformat.xml;

    exports io.awso.gameliftstreams.codec;
    exports io.awso.gameliftstreams.http;
    exports io.awso.gameliftstreams.jackson;
    exports io.awso.gameliftstreams.model;

    provides tools.jackson.databind.JacksonModule with
            io.awso.gameliftstreams.jackson.GameLiftStreamsModule;
}
