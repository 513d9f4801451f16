package consumer;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.List;
import java.util.Map;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        CreateStreamSessionConnectionOutput output = CreateStreamSessionConnectionOutput.builder()
                .signalResponse("v=0\r\n")
                .build();
        for (CreateStreamSessionConnectionCodec codec : List.of(
                CreateStreamSessionConnectionCodec.json(),
                CreateStreamSessionConnectionCodec.xml(),
                CreateStreamSessionConnectionCodec.query())) {
            System.out.println("decoded "
                    + codec.decodeOutput(codec.encode(output)).equals(output) + " from " + codec.contentType());
        }
        CreateStreamSessionConnectionError error = CreateStreamSessionConnectionError.of("ConflictException", "busy");
        System.out.println("decoded "
                + CreateStreamSessionConnectionResponseReader.read(
                        409, Map.of(), CreateStreamSessionConnectionCodec.json().encode(error)));
    }
}
