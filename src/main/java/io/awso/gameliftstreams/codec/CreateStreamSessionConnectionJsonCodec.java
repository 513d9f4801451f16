package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.MESSAGE;
import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.TYPE;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import io.awso.gameliftstreams.model.UnknownOperationError;
import java.util.List;
import java.util.Map;

/**
 * JSON as in AWS restJson1, the protocol that the service speaks. An output is {@code
 * {"SignalResponse":"..."}}, or {@code {}} if the signal response is absent. An error is {@code
 * {"__type":"ThrottlingException","Message":"..."}}, without {@code Message} if it is absent. JSON can carry
 * every string.
 *
 * <p>An error's code is read from {@code code}, {@code Code}, {@code __type} or {@code error}, and its message from {@code
 * Message}, {@code message}, {@code errorMessage}, {@code error_description}, {@code detail}, {@code title} or a sentence
 * in {@code error}: in the root, or in an object that is named {@code error}, {@code Error}, {@code Output}, {@code
 * details}, {@code fault} or {@code ResponseMetadata}.
 */
public final class CreateStreamSessionConnectionJsonCodec implements CreateStreamSessionConnectionCodec {
    static final CreateStreamSessionConnectionJsonCodec INSTANCE = new CreateStreamSessionConnectionJsonCodec();

    private static final String ERROR = "error";
    private static final String DETAILS = "details";
    private static final String TAGGED_MESSAGE = "message";

    /**
     * The names that error documents use: those of AWS services, of AWS query services in JSON ({@code Error}, {@code
     * ResponseMetadata}), of AWS's front end ({@code Output}), of gateways ({@code fault}), of OAuth servers ({@code
     * error_description}) and of RFC 9457 ({@code detail}, {@code title}). Others send a sentence as {@code error}.
     */
    private static final Document.Names ERROR_NAMES = new Document.Names(
            List.of(ERROR, "Error", "Output", DETAILS, "fault", "ResponseMetadata"),
            List.of("code", "Code", TYPE, ERROR),
            List.of(MESSAGE, TAGGED_MESSAGE, "errorMessage", "error_description", "detail", "title", ERROR),
            List.of("RequestId", "RequestID", "requestId"));

    private CreateStreamSessionConnectionJsonCodec() {}

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public byte[] encode(CreateStreamSessionConnectionOutput output) {
        PayloadWriter out = new PayloadWriter(Escapes.JSON);
        out.markup("{");
        members(out, "", output.members());
        return out.markup("}").toBytes();
    }

    @Override
    public byte[] encode(CreateStreamSessionConnectionError error) {
        PayloadWriter out = new PayloadWriter(Escapes.JSON);
        member(out, "{", TYPE, error.code());
        members(out, ",", error.members());
        return out.markup("}").toBytes();
    }

    /**
     * Encodes an error in the tagged form of awso's {@code error_to_json}: {@code
     * {"error":"ThrottlingException","details":{"Message":"..."}}}, and for an {@link UnknownOperationError} {@code
     * {"error":"...","message":"..."}}. An absent message is left out. {@link #decodeError(byte[])} reads this form.
     */
    public byte[] encodeTagged(CreateStreamSessionConnectionError error) {
        PayloadWriter out = new PayloadWriter(Escapes.JSON);
        member(out, "{", ERROR, error.code());
        if (!(error instanceof UnknownOperationError)) {
            out.markup(",\"").markup(DETAILS).markup("\":{");
            members(out, "", error.members());
            out.markup("}");
        } else if (error.message().isPresent()) {
            member(out, ",", TAGGED_MESSAGE, error.message().get());
        }
        return out.markup("}").toBytes();
    }

    private static void members(PayloadWriter out, String before, Map<String, String> members) {
        for (Map.Entry<String, String> member : members.entrySet()) {
            member(out, before, member.getKey(), member.getValue());
            before = ",";
        }
    }

    private static void member(PayloadWriter out, String before, String name, String value) {
        out.markup(before).markup("\"").markup(name).markup("\":\"");
        out.text(name, value).markup("\"");
    }

    @Override
    public CreateStreamSessionConnectionOutput decodeOutput(byte[] payload) {
        JsonReader reader = new JsonReader(payload, true);
        Document document = Document.readOutput(reader, ERROR_NAMES);
        reader.requireEnd();
        return document.toOutput();
    }

    @Override
    public CreateStreamSessionConnectionOutput decodeOutput(String payload) {
        return decodeOutput(Text.utf8("JSON", payload, true));
    }

    /**
     * Decodes an output from an object inside a larger document, by the rules for a payload.
     *
     * @param object a reader inside the object, before its first member; left after the object
     * @throws CodecException if the object is not an output, or the reader throws it
     */
    public CreateStreamSessionConnectionOutput decodeOutput(MemberReader object) {
        return Document.readOutput(object, ERROR_NAMES).toOutput();
    }

    @Override
    public CreateStreamSessionConnectionError decodeError(String code, byte[] payload) {
        return decodeError(code, new JsonReader(payload, false));
    }

    @Override
    public CreateStreamSessionConnectionError decodeError(String code, String payload) {
        return decodeError(code, Text.utf8("JSON", payload, false));
    }

    /**
     * Decodes an error from an object inside a larger document.
     *
     * @param object a reader inside the object, before its first member; left after the object
     * @throws CodecException if the object holds no usable code, or the reader throws it
     */
    public CreateStreamSessionConnectionError decodeError(MemberReader object) {
        return decodeError("", object);
    }

    /** Decodes like {@link #decodeError(MemberReader)}, with a known code; see {@link #decodeError(String, byte[])}. */
    public CreateStreamSessionConnectionError decodeError(String code, MemberReader object) {
        return Document.readError(object, ERROR_NAMES).toError(code);
    }

    @Override
    public ErrorDocument readErrorDocument(byte[] payload) {
        return Document.readError(new JsonReader(payload, false), ERROR_NAMES).toErrorDocument();
    }
}
