package consumer;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.List;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.xml.XmlMapper;

/** On the class path, both mappers find the module. */
public final class Main {
    record Attempt(CreateStreamSessionConnectionOutput answer, CreateStreamSessionConnectionError error) {}

    private Main() {}

    public static void main(String[] args) {
        Attempt attempt = new Attempt(
                CreateStreamSessionConnectionOutput.builder()
                        .signalResponse("v=0\r\n")
                        .build(),
                CreateStreamSessionConnectionError.of("ConflictException", "busy"));
        for (ObjectMapper mapper : List.of(
                JsonMapper.builder().findAndAddModules().build(),
                XmlMapper.builder().findAndAddModules().build())) {
            String document = mapper.writeValueAsString(attempt);
            System.out.println("encoded " + document.replace("\n", "\\n"));
            System.out.println(
                    "decoded " + mapper.readValue(document, Attempt.class).equals(attempt));
        }
    }
}
