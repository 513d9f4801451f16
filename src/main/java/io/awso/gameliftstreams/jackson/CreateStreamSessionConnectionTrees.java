package io.awso.gameliftstreams.jackson;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionJsonCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import io.awso.gameliftstreams.model.UnknownOperationError;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Translates the types to and from Jackson's trees: awso's {@code of_json}, {@code to_json}, {@code error_of_json} and
 * {@code error_to_json}. The rules are those of {@link CreateStreamSessionConnectionJsonCodec}, except that a member given
 * twice is not rejected, because a tree keeps only one value per name. Every tree that is returned is new. Every method
 * throws {@link NullPointerException} if an argument is null.
 */
public final class CreateStreamSessionConnectionTrees {
    private static final CreateStreamSessionConnectionJsonCodec JSON = CreateStreamSessionConnectionCodec.json();
    private static final JsonNode NO_MEMBERS = JsonNodeFactory.instance.objectNode();

    private CreateStreamSessionConnectionTrees() {}

    /** {@return a tree such as <code>{"SignalResponse":"..."}</code>, without an absent signal response} */
    public static ObjectNode toTree(CreateStreamSessionConnectionOutput output) {
        return tree(output.members());
    }

    /** {@return a tree such as <code>{"__type":"ThrottlingException","Message":"..."}</code>, without an absent message} */
    public static ObjectNode toTree(CreateStreamSessionConnectionError error) {
        ObjectNode tree = tree(Map.of(CreateStreamSessionConnectionError.TYPE, error.code()));
        return tree.setAll(tree(error.members()));
    }

    /** {@return a tree in the tagged form of {@link CreateStreamSessionConnectionJsonCodec#encodeTagged}} */
    public static ObjectNode toTaggedTree(CreateStreamSessionConnectionError error) {
        ObjectNode tree = tree(Map.of("error", error.code()));
        if (!(error instanceof UnknownOperationError)) {
            return tree.set("details", tree(error.members()));
        }
        error.message().ifPresent(message -> tree.put("message", message));
        return tree;
    }

    private static ObjectNode tree(Map<String, String> members) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        members.forEach(tree::put);
        return tree;
    }

    /**
     * Returns the output that a tree holds. A missing node is an output with no members.
     *
     * @throws CodecException if the tree is not an object, or not an output
     */
    public static CreateStreamSessionConnectionOutput toOutput(JsonNode tree) {
        return JSON.decodeOutput(reader(tree.isMissingNode() ? NO_MEMBERS : tree));
    }

    /**
     * Returns the error that a tree holds.
     *
     * @throws CodecException if the tree holds no usable code
     */
    public static CreateStreamSessionConnectionError toError(JsonNode tree) {
        return toError("", tree);
    }

    /**
     * Returns the error that a tree holds, for a code that is already known.
     *
     * @param code the code, which is cleaned as in {@link io.awso.gameliftstreams.codec.ErrorDocument}; it takes
     *     precedence over any in the tree
     * @throws CodecException if neither the code nor the tree has a usable code
     */
    public static CreateStreamSessionConnectionError toError(String code, JsonNode tree) {
        return JSON.decodeError(code, reader(tree.isObject() ? tree : NO_MEMBERS));
    }

    private static JacksonReader reader(JsonNode tree) {
        JsonParser parser = tree.traverse(ObjectReadContext.empty());
        parser.nextToken();
        return new JacksonReader(parser, "JSON", Set.of());
    }
}
