package io.awso.gameliftstreams.fuzz;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON by Jackson's tree model. */
final class JsonOracle implements Oracle {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    /** Jackson guesses other encodings; a tree has no member twice. Names have a lower limit here. */
    @Override
    public boolean comparesOutput(byte[] payload) {
        return comparesError(payload) && !isGivenTwice(payload);
    }

    @Override
    public boolean comparesError(byte[] payload) {
        return Oracle.isUtf8(payload) && payload.length < 10_000 && !hasEarlyNul(payload) && !isByteOrderMark(payload);
    }

    private static boolean hasEarlyNul(byte[] payload) {
        for (int i = 0; i < Math.min(4, payload.length); i++) {
            if (payload[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isByteOrderMark(byte[] payload) {
        return payload.length >= 3
                && payload[0] == (byte) 0xEF
                && payload[1] == (byte) 0xBB
                && payload[2] == (byte) 0xBF;
    }

    private static boolean isGivenTwice(byte[] payload) {
        int given = 0;
        try (var parser = MAPPER.createParser(payload)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean topLevel = parser.streamReadContext().getNestingDepth() == 1;
                if (token == JsonToken.PROPERTY_NAME
                        && topLevel
                        && parser.currentName().equals("SignalResponse")) {
                    given++;
                }
            }
        } catch (JacksonException e) {
            // Whether it is malformed is for the tree to say.
        }
        return given > 1;
    }

    private static Optional<JsonNode> tree(byte[] payload) {
        try {
            return Optional.of(MAPPER.readTree(payload)).filter(tree -> tree.isObject() || tree.isMissingNode());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<CreateStreamSessionConnectionOutput> output(byte[] payload) {
        return tree(payload)
                .map(tree -> tree.path("SignalResponse"))
                .filter(node -> node.isString() || node.isNull() || node.isMissingNode())
                .map(node -> new CreateStreamSessionConnectionOutput(Optional.ofNullable(string(node))));
    }

    @Override
    public Optional<CreateStreamSessionConnectionError> error(String callerCode, byte[] payload) {
        return tree(payload).flatMap(tree -> {
            String message = message(tree);
            Optional<CreateStreamSessionConnectionError> error = Oracle.error(
                    message, string(tree.path("code")), string(tree.path("Code")), string(tree.path("__type")));
            if (error.isEmpty()) {
                JsonNode details = tree.path("details");
                error = Oracle.error(
                        message == null && details.isObject() ? message(details) : message, string(tree.path("error")));
            }
            String found =
                    error.flatMap(CreateStreamSessionConnectionError::message).orElse(message);
            return Oracle.error(
                    found,
                    callerCode,
                    error.map(CreateStreamSessionConnectionError::code).orElse(null));
        });
    }

    private static String message(JsonNode tree) {
        return Stream.of("Message", "message", "errorMessage")
                .map(tree::path)
                .filter(JsonNode::isString)
                .findFirst()
                .map(JsonNode::stringValue)
                .orElse(null);
    }

    private static String string(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }
}
