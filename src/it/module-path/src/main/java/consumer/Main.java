package consumer;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        String where = args.length == 0 ? "module path" : args[0];
        CreateStreamSessionConnectionOutput output = CreateStreamSessionConnectionOutput.builder()
                .signalResponse("v=0\r\n")
                .build();
        byte[] json = CreateStreamSessionConnectionCodec.json().encode(output);
        byte[] xml = CreateStreamSessionConnectionCodec.xml().encode(output);
        JsonMapper mapper = JsonMapper.builder().findAndAddModules().build();

        boolean fromXml =
                CreateStreamSessionConnectionCodec.xml().decodeOutput(xml).equals(output);
        boolean fromResponse = CreateStreamSessionConnectionResponseReader.read(200, Map.of(), json)
                .orElseThrow()
                .equals(output);
        boolean fromMapper = mapper.readValue(json, CreateStreamSessionConnectionOutput.class)
                .equals(output);
        System.out.println(where + ": decoded " + fromXml + ", " + fromResponse + ", " + fromMapper + " by "
                + CreateStreamSessionConnectionOutput.class.getModule());
        mapper.registeredModules().forEach(module -> System.out.println(where + ": found " + module.getModuleName()));
    }
}
