package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.codec.Format.JSON;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import io.awso.gameliftstreams.model.UnknownOperationError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as AWS restJson1 has it, the protocol that the service speaks.
 *
 * <p>An output is {@code {"SignalResponse":"..."}}, or {@code {}} where the signal response is
 * absent. An error is {@code {"__type":"ThrottlingException","Message":"..."}}, without {@code
 * Message} where the message is absent.
 *
 * <p>Reading, strict where a value is at stake:
 *
 * <ul>
 *   <li>The payload is UTF-8, checked byte for byte. It holds one object and white space around it; a
 *       byte order mark before these is skipped. An empty or all-white-space payload is an output with
 *       no members; it is an error only where the caller gives the code.
 *   <li>{@code SignalResponse} is a string, or null for absent. Another type, or the name given
 *       twice, is refused. Names are case-sensitive; unknown members are skipped.
 *   <li>The code of an error is the first of the top-level members {@code code}, {@code Code},
 *       {@code __type} and {@code error} that is a string and has something left once cleaned: cut at
 *       the first {@code :} or {@code ,}, freed of all up to the last {@code #}, trimmed (Smithy,
 *       AWS restJson1, "Operation error serialization").
 *   <li>The message of an error is the first of {@code Message}, {@code message} and {@code
 *       errorMessage} that is a string. Where the code is that of {@code error}, the tagged form of
 *       {@link #encodeTagged}, they are looked for in {@code details} as well. A member of an error
 *       that is given twice counts as it was given last, as in Jackson's tree model.
 *   <li>Nesting is limited to 500 levels, names to 10,000 bytes. Nothing else is limited.
 * </ul>
 */
public final class CreateStreamSessionConnectionJsonCodec implements CreateStreamSessionConnectionCodec {
    static final CreateStreamSessionConnectionJsonCodec INSTANCE = new CreateStreamSessionConnectionJsonCodec();

    private static final String TYPE = "__type";
    private static final String ERROR = "error";
    private static final String DETAILS = "details";
    private static final int CODES = 4;
    private static final List<String> ERROR_NAMES =
            List.of("code", "Code", TYPE, ERROR, CreateStreamSessionConnectionError.MESSAGE, "message", "errorMessage");
    private static final List<String> DETAILS_NAMES = ERROR_NAMES.subList(CODES, ERROR_NAMES.size());

    private static final int MAX_NESTING = 500;
    private static final int MAX_NAME = 10_000;

    /** Limits only what would cost memory beyond the payload's own: stacks, and the names it keeps. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxNameLength(MAX_NAME)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private CreateStreamSessionConnectionJsonCodec() {}

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public byte[] encode(CreateStreamSessionConnectionOutput output) {
        try (PayloadWriter out = new PayloadWriter(JSON)) {
            return object(out, output.members()).toBytes();
        }
    }

    @Override
    public byte[] encode(CreateStreamSessionConnectionError error) {
        try (PayloadWriter out = new PayloadWriter(JSON)) {
            out.markup("{\"" + TYPE + "\":\"").text(TYPE, error.code());
            return members(out, "\",\"", error.members()).markup("\"}").toBytes();
        }
    }

    /**
     * Encodes an error in the tagged form of awso's {@code error_to_json}: {@code
     * {"error":"ThrottlingException","details":{"Message":"..."}}}, and for an {@link
     * UnknownOperationError} {@code {"error":"...","message":"..."}}.
     *
     * @param error the error
     * @return the payload; {@link #decodeError(byte[])} reads it
     */
    public byte[] encodeTagged(CreateStreamSessionConnectionError error) {
        try (PayloadWriter out = new PayloadWriter(JSON)) {
            if (error instanceof UnknownOperationError) {
                Map<String, String> members = new LinkedHashMap<>();
                members.put(ERROR, error.code());
                error.message().ifPresent(message -> members.put("message", message));
                return object(out, members).toBytes();
            }
            out.markup("{\"" + ERROR + "\":\"").text(ERROR, error.code());
            out.markup("\",\"" + DETAILS + "\":");
            return object(out, error.members()).markup("}").toBytes();
        }
    }

    private static PayloadWriter object(PayloadWriter out, Map<String, String> members) {
        return members(out, "{\"", members).markup(members.isEmpty() ? "{}" : "\"}");
    }

    /** Writes members, all but the sign that ends the last one's value; {@code before} stands before the first. */
    private static PayloadWriter members(PayloadWriter out, String before, Map<String, String> members) {
        for (Map.Entry<String, String> member : members.entrySet()) {
            out.markup(before).markup(member.getKey()).markup("\":\"");
            out.text(member.getKey(), member.getValue());
            before = "\",\"";
        }
        return out;
    }

    /**
     * An output as a tree, to stand inside a larger document.
     *
     * @param output the output
     * @return a new node, of the form that {@link #encode(CreateStreamSessionConnectionOutput)} writes
     */
    public ObjectNode toTree(CreateStreamSessionConnectionOutput output) {
        return tree(output.members());
    }

    /**
     * An error as a tree, to stand inside a larger document.
     *
     * @param error the error
     * @return a new node, of the form that {@link #encode(CreateStreamSessionConnectionError)} writes
     */
    public ObjectNode toTree(CreateStreamSessionConnectionError error) {
        return tree(ErrorMembers.withCode(TYPE, error));
    }

    private static ObjectNode tree(Map<String, String> members) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        members.forEach(tree::put);
        return tree;
    }

    @Override
    public CreateStreamSessionConnectionOutput decodeOutput(byte[] payload) {
        return output(parser(payload));
    }

    @Override
    public CreateStreamSessionConnectionOutput decodeOutput(String payload) {
        return decodeOutput(JSON.utf8(payload));
    }

    /**
     * Decodes an output that stands inside a larger document.
     *
     * @param tree the node; a missing node is as an empty payload
     * @return the output
     * @throws CodecException if the node is no output
     */
    public CreateStreamSessionConnectionOutput decodeOutput(JsonNode tree) {
        return output(tree.traverse(ObjectReadContext.empty()));
    }

    @Override
    public CreateStreamSessionConnectionError decodeError(String code, byte[] payload) {
        return error(code, parser(payload));
    }

    @Override
    public CreateStreamSessionConnectionError decodeError(String code, String payload) {
        return decodeError(code, JSON.utf8(payload));
    }

    /**
     * Decodes an error that stands inside a larger document.
     *
     * @param tree the node
     * @return the error
     * @throws CodecException if the node is no error with a code
     */
    public CreateStreamSessionConnectionError decodeError(JsonNode tree) {
        return decodeError("", tree);
    }

    /**
     * Decodes an error that stands inside a larger document and whose code the caller knows; as
     * {@link #decodeError(String, byte[])}.
     *
     * @param code the code
     * @param tree the node; a missing node is as an empty payload
     * @return the error
     * @throws CodecException if the node is no error, or there is no code
     */
    public CreateStreamSessionConnectionError decodeError(String code, JsonNode tree) {
        return error(code, tree.traverse(ObjectReadContext.empty()));
    }

    /** A parser of bytes that are UTF-8 for sure; left to itself it would read UTF-16 and UTF-32 too. */
    private static JsonParser parser(byte[] payload) {
        JSON.requireUtf8(payload);
        for (int i = 0; i < Math.min(payload.length, 4); i++) {
            if (payload[i] == 0) {
                throw JSON.refusal("JSON in UTF-8", "a NUL byte", "at offset " + i);
            }
        }
        return FACTORY.createParser(ObjectReadContext.empty(), payload);
    }

    private static CreateStreamSessionConnectionOutput output(JsonParser parser) {
        OutputMembers members = new OutputMembers();
        try {
            if (startsObject(parser)) {
                for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                    JsonToken token = parser.nextToken();
                    int member = members.indexOf(name);
                    if (member < 0) {
                        parser.skipChildren();
                    } else if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NULL) {
                        throw JSON.refusal("a string or null as " + name, kind(token), where(parser));
                    } else if (!members.put(member, string(parser, token))) {
                        throw JSON.refusal(name + " once", "it again", where(parser));
                    }
                }
                requireEnd(parser);
            }
        } catch (JacksonException e) {
            throw malformed(e, parser);
        } finally {
            parser.close();
        }
        return members.toOutput();
    }

    private static CreateStreamSessionConnectionError error(String code, JsonParser parser) {
        ErrorMembers members = new ErrorMembers(code, ERROR_NAMES, CODES);
        ErrorMembers details = null;
        try {
            if (startsObject(parser)) {
                details = readErrorMembers(parser, members);
                requireEnd(parser);
            }
        } catch (JacksonException e) {
            throw malformed(e, parser);
        } finally {
            parser.close();
        }
        String message = members.message();
        if (message == null && details != null && ERROR.equals(members.codeName())) {
            message = details.message();
        }
        return members.toError(JSON, message);
    }

    /** Reads the members of an object, up to its end; gives those of an object {@code details} in it. */
    private static @Nullable ErrorMembers readErrorMembers(JsonParser parser, ErrorMembers members) {
        ErrorMembers details = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            int member = members.indexOf(name);
            if (member >= 0) {
                members.put(member, string(parser, token));
            } else if (name.equals(DETAILS)) {
                details = null;
                if (token == JsonToken.START_OBJECT) {
                    details = new ErrorMembers("", DETAILS_NAMES, 0);
                    readErrorMembers(parser, details);
                }
            }
            parser.skipChildren();
        }
        return details;
    }

    private static @Nullable String string(JsonParser parser, JsonToken token) {
        return token == JsonToken.VALUE_STRING ? parser.getString() : null;
    }

    /** Enters the payload's object; false if the payload is empty. */
    private static boolean startsObject(JsonParser parser) {
        JsonToken token = parser.nextToken();
        if (token == null || token == JsonToken.NOT_AVAILABLE) {
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            throw JSON.refusal("an object", kind(token), where(parser));
        }
        return true;
    }

    private static void requireEnd(JsonParser parser) {
        if (parser.nextToken() != null) {
            throw JSON.refusal("nothing after the object", "more JSON", where(parser));
        }
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> "no JSON value";
        };
    }

    private static CodecException malformed(JacksonException e, JsonParser parser) {
        if (e instanceof StreamConstraintsException) {
            String limits = "at most %d levels of nesting and %d bytes of name".formatted(MAX_NESTING, MAX_NAME);
            return JSON.refusal(limits, "more", where(parser.currentLocation()));
        }
        boolean ended = e instanceof UnexpectedEndOfInputException;
        return JSON.refusal(
                "well-formed JSON", ended ? "the end of the payload" : "a syntax error", where(e.getLocation()));
    }

    private static String where(JsonParser parser) {
        return where(parser.currentTokenLocation());
    }

    /** Lines count from 1, and so do columns, in bytes; a tree has neither. */
    private static String where(TokenStreamLocation location) {
        return location.getLineNr() < 0
                ? "in the tree"
                : "at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
