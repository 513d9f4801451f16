/**
 * Types and codecs for the response to {@code CreateStreamSessionConnection}, the operation of Amazon GameLift Streams
 * with which a player reconnects to a running stream session.
 *
 * <p>With the JDK's HTTP client:
 *
 * <pre>{@code
 * var result = client.send(request, CreateStreamSessionConnectionResponseReader.bodyHandler()).body();
 * result.orElseThrow().signalResponse().ifPresent(player::connect);
 * }</pre>
 *
 * <p>With any other client, call {@link
 * io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader#read read(status, headers, body)}. For a
 * bare body, use a {@linkplain io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec codec}.
 */
module io.awso.gameliftstreams {
    requires transitive java.net.http;
    requires transitive java.xml;
    requires static com.fasterxml.jackson.annotation;
    requires static org.jspecify;
    requires static tools.jackson.databind;
    requires static tools.jackson.dataformat.xml;

    exports io.awso.gameliftstreams.codec;
    exports io.awso.gameliftstreams.http;
    exports io.awso.gameliftstreams.jackson;
    exports io.awso.gameliftstreams.model;
}
