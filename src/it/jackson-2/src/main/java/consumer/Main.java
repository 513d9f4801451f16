package consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.List;

/** Jackson 2 reads the types' annotations. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws JsonProcessingException {
        CreateStreamSessionConnectionOutput output = CreateStreamSessionConnectionOutput.builder()
                .signalResponse("v=0\r\n")
                .build();
        JsonMapper mapper = JsonMapper.builder().addModule(new Jdk8Module()).build();

        String json = mapper.writeValueAsString(output);
        System.out.println("encoded " + json);
        System.out.println("encoded " + mapper.writeValueAsString(CreateStreamSessionConnectionError.of("Odd", "m")));
        System.out.println("decoded "
                + mapper.readValue(json, CreateStreamSessionConnectionOutput.class)
                        .equals(output) + ", "
                + CreateStreamSessionConnectionCodec.json().decodeOutput(json).equals(output));
        for (String code : List.of(
                "AccessDeniedException",
                "ConflictException",
                "InternalServerException",
                "ResourceNotFoundException",
                "ThrottlingException",
                "ValidationException",
                "Odd")) {
            for (String message : new String[] {"busy", "", null}) {
                CreateStreamSessionConnectionError error = CreateStreamSessionConnectionError.of(code, message);
                String written = mapper.writeValueAsString(error);
                System.out.println("error " + mapper.readTree(written).size() + " "
                        + mapper.readValue(written, error.getClass()).equals(error) + " "
                        + CreateStreamSessionConnectionCodec.json()
                                .decodeError(written)
                                .equals(error));
            }
        }
        try {
            System.out.println("encoded " + JsonMapper.builder().build().writeValueAsString(output));
        } catch (InvalidDefinitionException e) {
            System.out.println("rejected without a module for Optional");
        }
    }
}
