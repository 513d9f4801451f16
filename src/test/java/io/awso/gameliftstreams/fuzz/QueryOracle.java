package io.awso.gameliftstreams.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.ErrorDocument;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads query form by the steps of the WHATWG URL standard, section 5.1 (application/x-www-form-urlencoded parsing).
 */
final class QueryOracle implements Oracle {
    private static final Place.Names NAMES =
            new Place.Names(List.of("Code"), List.of("Message"), Optional.empty(), List.of());

    /** A decoded name and value, and whether both were well-formed. */
    private record Pair(String name, String value, boolean wellFormed) {}

    private static List<Pair> pairs(byte[] payload) {
        List<Pair> pairs = new ArrayList<>();
        for (String pair : new String(payload, ISO_8859_1).split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                byte[] name = decode(equals < 0 ? pair : pair.substring(0, equals));
                byte[] value = decode(equals < 0 ? "" : pair.substring(equals + 1));
                boolean wellFormed = !hasBadEscape(pair) && Oracle.isUtf8(name) && Oracle.isUtf8(value);
                pairs.add(new Pair(new String(name, UTF_8), new String(value, UTF_8), wellFormed));
            }
        }
        return pairs;
    }

    /** Decodes text in which each char is one byte. */
    private static byte[] decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (isEscape(encoded, i)) {
                bytes.write(HexFormat.fromHexDigits(encoded, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isEscape(String encoded, int i) {
        return encoded.charAt(i) == '%'
                && i + 2 < encoded.length()
                && HexFormat.isHexDigit(encoded.charAt(i + 1))
                && HexFormat.isHexDigit(encoded.charAt(i + 2));
    }

    private static boolean hasBadEscape(String encoded) {
        for (int i = encoded.indexOf('%'); i >= 0; i = encoded.indexOf('%', i + 1)) {
            if (!isEscape(encoded, i)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> values(List<Pair> pairs, String name) {
        return pairs.stream()
                .filter(pair -> pair.name().equals(name))
                .map(Pair::value)
                .toList();
    }

    @Override
    public Optional<CreateStreamSessionConnectionOutput> output(byte[] payload) {
        List<Pair> pairs = pairs(payload);
        List<String> values = values(pairs, "SignalResponse");
        if (values.size() > 1 || !pairs.stream().allMatch(Pair::wellFormed)) {
            return Optional.empty();
        }
        return Oracle.output(
                values.isEmpty() ? null : values.get(0), place(pairs).namesAnError(NAMES));
    }

    @Override
    public ErrorDocument errorDocument(byte[] payload) {
        return place(pairs(payload)).errorDocument(NAMES);
    }

    private static Place place(List<Pair> pairs) {
        return new Place(
                pairs.stream()
                        .map(pair -> new Place.Value(pair.name(), pair.value(), true))
                        .toList(),
                List.of());
    }
}
