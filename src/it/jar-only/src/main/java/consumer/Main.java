package consumer;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.File;
import java.util.List;
import java.util.Map;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            System.out.println("class path: " + new File(entry).getName());
        }
        CreateStreamSessionConnectionOutput output = CreateStreamSessionConnectionOutput.builder()
                .signalResponse("v=0\r\n")
                .build();
        CreateStreamSessionConnectionError error = CreateStreamSessionConnectionError.of("ConflictException", "busy");
        for (CreateStreamSessionConnectionCodec codec : List.of(
                CreateStreamSessionConnectionCodec.json(),
                CreateStreamSessionConnectionCodec.xml(),
                CreateStreamSessionConnectionCodec.query())) {
            System.out.println(codec.contentType() + ": "
                    + codec.decodeOutput(codec.encode(output)).equals(output) + ", "
                    + codec.decodeError(codec.encode(error)).equals(error));
        }
        for (CreateStreamSessionConnectionCodec codec :
                List.of(CreateStreamSessionConnectionCodec.json(), CreateStreamSessionConnectionCodec.xml())) {
            Map<String, List<String>> headers = Map.of("content-type", List.of(codec.contentType()));
            System.out.println(codec.contentType() + ": 200: "
                    + CreateStreamSessionConnectionResponseReader.read(200, headers, codec.encode(output)));
            System.out.println(codec.contentType() + ": 409: "
                    + CreateStreamSessionConnectionResponseReader.read(409, headers, codec.encode(error)));
        }
    }
}
