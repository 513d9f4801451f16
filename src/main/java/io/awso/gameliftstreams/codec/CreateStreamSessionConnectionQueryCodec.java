package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.codec.Format.QUERY;
import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.MESSAGE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    private static final List<String> CODES = List.of(CODE);
    private static final List<String> MESSAGES = List.of(MESSAGE);

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
        ErrorMembers members = new ErrorMembers(code, CODES, MESSAGES);
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
        ErrorMembers members = new ErrorMembers(code, CODES, MESSAGES);
        members.put(CODE, parameters.get(CODE));
        members.put(MESSAGE, parameters.get(MESSAGE));
        return members.toError(QUERY, members.message());
    }

    private static void read(byte[] payload, Members members) {
        byte[] decoded = new byte[payload.length];
        Set<String> given = new HashSet<>();
        for (int start = 0; start < payload.length; ) {
            int end = indexOf('&', payload, start, payload.length);
            if (end > start) {
                int equals = indexOf('=', payload, start, end);
                String name = decode(payload, start, equals, decoded);
                String value = decode(payload, Math.min(equals + 1, end), end, decoded);
                if (members.has(name)) {
                    if (!given.add(name)) {
                        throw QUERY.refusal(name + " once", "it again", "at offset " + start);
                    }
                    members.put(name, value);
                }
            }
            start = end + 1;
        }
    }

    /** The index of the first such byte, or the end if there is none. */
    private static int indexOf(char wanted, byte[] payload, int start, int end) {
        int i = start;
        while (i < end && payload[i] != wanted) {
            i++;
        }
        return i;
    }

    /** The text that a part of the payload stands for; what it is decoded to is room to do that in. */
    private static String decode(byte[] payload, int start, int end, byte[] decoded) {
        int length = 0;
        for (int i = start; i < end; ) {
            // The bytes that stand for themselves have a loop of their own: it is where the time goes.
            for (; i < end && payload[i] != '%' && payload[i] != '+'; i++) {
                decoded[length++] = payload[i];
            }
            if (i < end && payload[i] == '+') {
                decoded[length++] = ' ';
                i++;
            } else if (i < end) {
                if (end - i < 3) {
                    throw badEscape(i);
                }
                int high = digit(payload[i + 1]);
                int low = digit(payload[i + 2]);
                if (high < 0 || low < 0) {
                    throw badEscape(i);
                }
                decoded[length++] = (byte) (high << 4 | low);
                i += 3;
            }
        }
        if (Format.indexOfMalformed(decoded, length) >= 0) {
            throw QUERY.refusal("UTF-8", "other bytes", "in the part at offset " + start);
        }
        return new String(decoded, 0, length, UTF_8);
    }

    /** The value of a hexadecimal digit; -1 of any other byte. ({@link Character#digit} knows all of Unicode's.) */
    private static int digit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int letter = b | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }

    private static CodecException badEscape(int offset) {
        return QUERY.refusal("two hexadecimal digits after %", "something else", "at offset " + offset);
    }
}
