package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.codec.Format.QUERY;
import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.MESSAGE;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.List;
import java.util.Map;

/**
 * Query form, {@code application/x-www-form-urlencoded} as AWS awsQuery sends it.
 *
 * <p>Writing: an output is {@code SignalResponse=...}, or the empty string where the signal response
 * is absent; an error is {@code Code=...&Message=...}, without {@code Message} where the message is
 * absent. Text is UTF-8 and percent-encoded, all but {@code A-Z a-z 0-9 - _ . ~}, in upper case; a
 * space is {@code %20}. Query form cannot carry lone surrogates: a value that has one is refused.
 *
 * <p>Reading: {@code +} is a space. Names are decoded as values are. A {@code %} without two
 * hexadecimal digits behind it, bytes that are not UTF-8, and a known name given twice are refused.
 * Unknown names and empty pairs are skipped. A name without {@code =} has the empty string as its
 * value. {@code Code} is cleaned as in JSON.
 */
public final class CreateStreamSessionConnectionQueryCodec implements CreateStreamSessionConnectionCodec {
    static final CreateStreamSessionConnectionQueryCodec INSTANCE = new CreateStreamSessionConnectionQueryCodec();

    private static final String CODE = "Code";
    private static final List<String> ERROR_NAMES = List.of(CODE, MESSAGE);

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
        try (PayloadWriter out = new PayloadWriter(QUERY)) {
            String before = "";
            for (Map.Entry<String, String> parameter : parameters.entrySet()) {
                out.markup(before).markup(parameter.getKey()).markup("=");
                out.text(parameter.getKey(), parameter.getValue());
                before = "&";
            }
            return out.toBytes();
        }
    }

    /**
     * An output as parameters, not percent-encoded, to stand among those of a larger query.
     *
     * @param output the output
     * @return the values by name, unmodifiable
     */
    public Map<String, String> toParameters(CreateStreamSessionConnectionOutput output) {
        return output.members();
    }

    /**
     * An error as parameters, not percent-encoded, to stand among those of a larger query.
     *
     * @param error the error
     * @return the values by name, {@code Code} first, unmodifiable
     */
    public Map<String, String> toParameters(CreateStreamSessionConnectionError error) {
        return ErrorMembers.withCode(CODE, error);
    }

    @Override
    public CreateStreamSessionConnectionOutput decodeOutput(byte[] payload) {
        OutputMembers members = new OutputMembers();
        read(payload, members);
        return members.toOutput();
    }

    @Override
    public CreateStreamSessionConnectionOutput decodeOutput(String payload) {
        return decodeOutput(QUERY.utf8(payload));
    }

    /**
     * Decodes an output from parameters that are decoded already.
     *
     * @param parameters the values by name; unknown names are skipped, a null value is absent
     * @return the output
     */
    public CreateStreamSessionConnectionOutput decodeOutput(Map<String, String> parameters) {
        return CreateStreamSessionConnectionOutput.builder()
                .signalResponse(parameters.get(CreateStreamSessionConnectionOutput.SIGNAL_RESPONSE))
                .build();
    }

    @Override
    public CreateStreamSessionConnectionError decodeError(String code, byte[] payload) {
        ErrorMembers members = new ErrorMembers(code, ERROR_NAMES, 1);
        read(payload, members);
        return members.toError(QUERY, members.message());
    }

    @Override
    public CreateStreamSessionConnectionError decodeError(String code, String payload) {
        return decodeError(code, QUERY.utf8(payload));
    }

    /**
     * Decodes an error from parameters that are decoded already.
     *
     * @param parameters the values by name; unknown names are skipped, a null value is absent
     * @return the error
     * @throws CodecException if there is no code
     */
    public CreateStreamSessionConnectionError decodeError(Map<String, String> parameters) {
        return decodeError("", parameters);
    }

    /**
     * Decodes an error from parameters that are decoded already; the caller knows the code, as in
     * {@link #decodeError(String, byte[])}.
     *
     * @param code the code
     * @param parameters the values by name; unknown names are skipped, a null value is absent
     * @return the error
     * @throws CodecException if there is no code
     */
    public CreateStreamSessionConnectionError decodeError(String code, Map<String, String> parameters) {
        ErrorMembers members = new ErrorMembers(code, ERROR_NAMES, 1);
        for (int i = 0; i < ERROR_NAMES.size(); i++) {
            members.put(i, parameters.get(ERROR_NAMES.get(i)));
        }
        return members.toError(QUERY, members.message());
    }

    private static void read(byte[] payload, Members members) {
        int given = 0;
        for (QueryCursor cursor = new QueryCursor(payload); cursor.hasNext(); ) {
            int offset = cursor.offset();
            String name = cursor.name();
            String value = cursor.value();
            int member = members.indexOf(name);
            if (member >= 0) {
                if ((given & 1 << member) != 0) {
                    throw QUERY.refusal(name + " once", "it again", "at offset " + offset);
                }
                given |= 1 << member;
                members.put(member, value);
            }
        }
    }
}
