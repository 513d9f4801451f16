package io.awso.gameliftstreams.benchmark;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The least code that reads the members with jackson-core: no checks, no types. */
final class BareJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private BareJson() {}

    static String signalResponse(byte[] body) {
        String value = null;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken token = parser.nextToken();
                if (name.equals("SignalResponse") && token == JsonToken.VALUE_STRING) {
                    value = parser.getString();
                } else {
                    parser.skipChildren();
                }
            }
        }
        return value;
    }

    static String[] codeAndMessage(byte[] body) {
        String code = null;
        String message = null;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                switch (name) {
                    case "__type" -> code = parser.getString();
                    case "Message" -> message = parser.getString();
                    default -> parser.skipChildren();
                }
            }
        }
        return new String[] {code, message};
    }
}
