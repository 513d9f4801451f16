package consumer;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.model.ConflictException;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.File;
import java.util.List;
import java.util.Optional;

/** Uses the types, whose annotations have no classes here. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            System.out.println("class path: " + new File(entry).getName());
        }
        System.out.println("license: " + (Main.class.getResource("/META-INF/LICENSE") != null));
        CreateStreamSessionConnectionOutput output = new CreateStreamSessionConnectionOutput(Optional.of("v=0"));
        System.out.println(
                "encoded " + CreateStreamSessionConnectionCodec.json().encodeToString(output));
        for (CreateStreamSessionConnectionError error : List.of(
                new ConflictException(Optional.of("busy")), CreateStreamSessionConnectionError.of("Odd", null))) {
            System.out.println(
                    "encoded " + CreateStreamSessionConnectionCodec.json().encodeToString(error));
        }
        System.out.println("annotations: " + CreateStreamSessionConnectionError.class.getAnnotations().length);
    }
}
