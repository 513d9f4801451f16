package consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;

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
        try {
            System.out.println("encoded " + JsonMapper.builder().build().writeValueAsString(output));
        } catch (InvalidDefinitionException e) {
            System.out.println("rejected without a module for Optional");
        }
    }
}
