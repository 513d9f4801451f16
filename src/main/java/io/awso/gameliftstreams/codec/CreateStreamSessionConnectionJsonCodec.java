package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.codec.Format.JSON;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import io.awso.gameliftstreams.model.UnknownOperationError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.JacksonIOException;
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

    private static final String TYPE = CreateStreamSessionConnectionError.TYPE;
    private static final String ERROR = "error";
    private static final String DETAILS = "details";
    private static final int CODES = 4;
    private static final List<String> ERROR_NAMES =
            List.of("code", "Code", TYPE, ERROR, CreateStreamSessionConnectionError.MESSAGE, "message", "errorMessage");
    private static final List<String> DETAILS_NAMES = ERROR_NAMES.subList(CODES, ERROR_NAMES.size());

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
        return output(JsonCursor.atRoot(payload));
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
        return output(JsonCursor.atRoot(tree));
    }

    /**
     * Decodes an output that stands inside a larger document, under the rules for a payload's object;
     * the limits are the parser's.
     *
     * @param parser at a START_OBJECT, or behind it at the first PROPERTY_NAME or at the END_OBJECT;
     *     left at its END_OBJECT
     * @return the output
     * @throws CodecException if the object is no output, or the parser is not at one or finds it
     *     malformed
     * @throws JacksonIOException if the parser's source fails
     */
    public CreateStreamSessionConnectionOutput decodeOutput(JsonParser parser) {
        return readOutput(JsonCursor.at(JSON, parser));
    }

    @Override
    public CreateStreamSessionConnectionError decodeError(String code, byte[] payload) {
        return error(code, JsonCursor.atRoot(payload));
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
        return error(code, JsonCursor.atRoot(tree));
    }

    /**
     * Decodes an error that stands inside a larger document, under the rules for a payload's object;
     * the limits are the parser's.
     *
     * @param parser at a START_OBJECT, or behind it at the first PROPERTY_NAME or at the END_OBJECT;
     *     left at its END_OBJECT
     * @return the error
     * @throws CodecException if the object is no error with a code, or the parser is not at one or
     *     finds it malformed
     * @throws JacksonIOException if the parser's source fails
     */
    public CreateStreamSessionConnectionError decodeError(JsonParser parser) {
        ErrorMembers members = new ErrorMembers("", ERROR_NAMES, CODES);
        String message = readError(JsonCursor.at(JSON, parser), members);
        return members.toError(JSON, message);
    }

    private static CreateStreamSessionConnectionOutput output(JsonCursor document) {
        try (document) {
            CreateStreamSessionConnectionOutput output = readOutput(document);
            document.requireEnd();
            return output;
        }
    }

    private static CreateStreamSessionConnectionError error(String code, JsonCursor document) {
        try (document) {
            ErrorMembers members = new ErrorMembers(code, ERROR_NAMES, CODES);
            String message = readError(document, members);
            document.requireEnd();
            return members.toError(JSON, message);
        }
    }

    private static CreateStreamSessionConnectionOutput readOutput(JsonCursor cursor) {
        OutputMembers members = new OutputMembers();
        members.readFrom(cursor, true, null);
        return members.toOutput();
    }

    /** Reads the members of an error, up to its end; gives the message, or null if there is none. */
    private static @Nullable String readError(JsonCursor cursor, ErrorMembers members) {
        ErrorMembers details = readErrorMembers(cursor, members);
        String message = members.message();
        return message == null && details != null && ERROR.equals(members.codeName()) ? details.message() : message;
    }

    /** Reads the members of an object, up to its end; gives those of an object {@code details} in it. */
    private static @Nullable ErrorMembers readErrorMembers(JsonCursor cursor, ErrorMembers members) {
        ErrorMembers details = null;
        while (cursor.nextChild()) {
            int member = members.indexOf(cursor.name());
            if (member >= 0) {
                members.put(member, cursor.readTextIfAny());
            } else if (cursor.name().equals(DETAILS)) {
                details = new ErrorMembers("", DETAILS_NAMES, 0);
                readErrorMembers(cursor, details);
            } else {
                cursor.skipElement();
            }
        }
        return details;
    }
}
