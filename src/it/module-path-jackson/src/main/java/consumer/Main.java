package consumer;

import io.awso.gameliftstreams.jackson.CreateStreamSessionConnectionTrees;
import io.awso.gameliftstreams.jackson.GameLiftStreamsModule;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import tools.jackson.databind.json.JsonMapper;

/** A mapper does not find the module on the module path; it is added by hand. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        String where = args.length == 0 ? "module path" : args[0];
        String json = "{\"error\":\"ConflictException\",\"details\":{\"Message\":\"busy\"}}";
        JsonMapper found = JsonMapper.builder().findAndAddModules().build();
        JsonMapper added =
                JsonMapper.builder().addModule(new GameLiftStreamsModule()).build();

        System.out.println(where + ": found " + found.registeredModules());
        System.out.println(where + ": decoded " + added.readValue(json, CreateStreamSessionConnectionError.class));
        System.out.println(
                where + ": tree decoded " + CreateStreamSessionConnectionTrees.toError(added.readTree(json)));
    }
}
