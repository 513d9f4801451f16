package consumer;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.File;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Writes and reads records with the newest Jackson, without a BOM. */
public final class Main {
    record Player(String name) {}

    record Attempt(CreateStreamSessionConnectionOutput answer, CreateStreamSessionConnectionError error) {}

    private Main() {}

    public static void main(String[] args) {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            System.out.println("class path: " + new File(entry).getName());
        }
        Player player = new Player("Ann");
        Attempt attempt = new Attempt(
                CreateStreamSessionConnectionOutput.builder()
                        .signalResponse("v=0\r\n")
                        .build(),
                CreateStreamSessionConnectionError.of("ConflictException", null));
        for (ObjectMapper mapper : List.of(
                JsonMapper.builder().findAndAddModules().build(),
                YAMLMapper.builder().findAndAddModules().build())) {
            System.out.println("decoded "
                    + mapper.readValue(mapper.writeValueAsString(player), Player.class)
                            .equals(player)
                    + ", "
                    + mapper.readValue(mapper.writeValueAsString(attempt), Attempt.class)
                            .equals(attempt));
            try {
                mapper.readValue("{\"answer\": [\"secret\"]}", Attempt.class);
            } catch (JacksonException e) {
                System.out.println("rejected: " + e.getOriginalMessage());
            }
        }
    }
}
