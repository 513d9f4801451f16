package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.MESSAGE;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Query form, {@code application/x-www-form-urlencoded} as in requests of AWS awsQuery. An output is {@code
 * SignalResponse=...}, or the empty string if the signal response is absent. An error is {@code
 * Code=...&Message=...}, without {@code Message} if it is absent. Query form cannot carry lone surrogates.
 */
public final class CreateStreamSessionConnectionQueryCodec implements CreateStreamSessionConnectionCodec {
    static final CreateStreamSessionConnectionQueryCodec INSTANCE = new CreateStreamSessionConnectionQueryCodec();

    private static final String CODE = "Code";
    private static final Document.Names ERROR_NAMES =
            new Document.Names(List.of(), List.of(CODE), List.of(MESSAGE), List.of());

    private CreateStreamSessionConnectionQueryCodec() {}

    @Override
    public String contentType() {
        return "application/x-www-form-urlencoded";
    }

    @Override
    public byte[] encode(CreateStreamSessionConnectionOutput output) {
        return encode(toParameters(output));
    }

    @Override
    public byte[] encode(CreateStreamSessionConnectionError error) {
        return encode(toParameters(error));
    }

    private static byte[] encode(Map<String, String> parameters) {
        PayloadWriter out = new PayloadWriter(Escapes.QUERY);
        String before = "";
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            out.markup(before).markup(parameter.getKey()).markup("=").text(parameter.getKey(), parameter.getValue());
            before = "&";
        }
        return out.toBytes();
    }

    /** Returns an output as an unmodifiable map of parameters by name, not percent-encoded. */
    public Map<String, String> toParameters(CreateStreamSessionConnectionOutput output) {
        return output.members();
    }

    /** Returns an error as an unmodifiable map of parameters by name, {@code Code} first, not percent-encoded. */
    public Map<String, String> toParameters(CreateStreamSessionConnectionError error) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(CODE, error.code());
        parameters.putAll(error.members());
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public CreateStreamSessionConnectionOutput decodeOutput(byte[] payload) {
        return decodeOutput(new QueryReader(payload, true));
    }

    @Override
    public CreateStreamSessionConnectionOutput decodeOutput(String payload) {
        return decodeOutput(Text.utf8("query form", payload, true));
    }

    /**
     * Decodes an output from parameters that are already percent-decoded.
     *
     * @param parameters the values by name; unknown names are skipped, and a null value is absent
     * @throws CodecException if there is no {@code SignalResponse}, but a {@code Code} that is not blank
     */
    public CreateStreamSessionConnectionOutput decodeOutput(Map<String, String> parameters) {
        return decodeOutput(new ParameterReader(parameters));
    }

    private static CreateStreamSessionConnectionOutput decodeOutput(MemberReader reader) {
        return Document.readOutput(reader, ERROR_NAMES).toOutput();
    }

    @Override
    public CreateStreamSessionConnectionError decodeError(String code, byte[] payload) {
        return readError(new QueryReader(payload, false)).toError(code);
    }

    @Override
    public CreateStreamSessionConnectionError decodeError(String code, String payload) {
        return decodeError(code, Text.utf8("query form", payload, false));
    }

    /**
     * Decodes an error from parameters like those of {@link #decodeOutput(Map)}.
     *
     * @throws CodecException if there is no usable code
     */
    public CreateStreamSessionConnectionError decodeError(Map<String, String> parameters) {
        return decodeError("", parameters);
    }

    /** Decodes like {@link #decodeError(Map)}, with a known code; see {@link #decodeError(String, byte[])}. */
    public CreateStreamSessionConnectionError decodeError(String code, Map<String, String> parameters) {
        return readError(new ParameterReader(parameters)).toError(code);
    }

    @Override
    public ErrorDocument readErrorDocument(byte[] payload) {
        return readError(new QueryReader(payload, false)).toErrorDocument();
    }

    private static Document readError(MemberReader reader) {
        return Document.readError(reader, ERROR_NAMES);
    }
}
