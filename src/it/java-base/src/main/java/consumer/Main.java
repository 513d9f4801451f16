package consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.List;
import java.util.Map;

/** Runs on the class path of a JVM that has only {@code java.base}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("modules: " + ModuleLayer.boot().modules());
        CreateStreamSessionConnectionOutput output = CreateStreamSessionConnectionOutput.builder()
                .signalResponse("v=0\r\n")
                .build();
        CreateStreamSessionConnectionError error = CreateStreamSessionConnectionError.of("ConflictException", "busy");
        pass("json", CreateStreamSessionConnectionCodec.json(), output, error);
        pass("xml", CreateStreamSessionConnectionCodec.xml(), output, error);
        pass("query", CreateStreamSessionConnectionCodec.query(), output, error);
        read(200, "{\"SignalResponse\":\"v=0\"}");
        read(409, "{\"__type\":\"ConflictException\"}");
        read(502, "<html><body>Bad gateway</body></html>");
        read(503, "<ErrorResponse><Error><Code>InternalServerException</Code></Error></ErrorResponse>");
    }

    private static void pass(
            String format,
            CreateStreamSessionConnectionCodec codec,
            CreateStreamSessionConnectionOutput output,
            CreateStreamSessionConnectionError error) {
        System.out.println(
                format + ": " + codec.decodeOutput(codec.encode(output)).equals(output) + ", "
                        + codec.decodeError(codec.encode(error)).equals(error));
    }

    private static void read(int statusCode, String body) {
        Map<String, List<String>> headers = Map.of("x-amzn-requestid", List.of("7f3c"));
        System.out.println(statusCode + ": "
                + CreateStreamSessionConnectionResponseReader.read(statusCode, headers, body.getBytes(UTF_8)));
    }
}
