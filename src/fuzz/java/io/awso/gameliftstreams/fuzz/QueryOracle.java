package io.awso.gameliftstreams.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.ErrorDocument;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Query form by the steps of the WHATWG URL standard, section 5.1 (application/x-www-form-urlencoded parsing). */
final class QueryOracle implements Oracle {
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern BYTE = Pattern.compile("%([0-9A-Fa-f]{2})|(?s:.)");

    /** A name or value as decoded bytes. */
    private record Text(byte[] bytes) {
        /** Decodes text in which one char is one byte. */
        static Text decode(String encoded) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (Matcher m = BYTE.matcher(encoded.replace('+', ' ')); m.find(); ) {
                bytes.write(m.group(1) == null ? m.group().charAt(0) : Integer.parseInt(m.group(1), 16));
            }
            return new Text(bytes.toByteArray());
        }

        boolean isUtf8() {
            return Oracle.isUtf8(bytes);
        }

        @Override
        public String toString() {
            return new String(bytes, UTF_8);
        }
    }

    private record Pair(Text name, Text value) {}

    private static List<Pair> pairs(byte[] payload) {
        List<Pair> pairs = new ArrayList<>();
        for (String pair : new String(payload, ISO_8859_1).split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                pairs.add(new Pair(Text.decode(parts[0]), Text.decode(parts.length == 1 ? "" : parts[1])));
            }
        }
        return pairs;
    }

    /** Returns the values of a name in order. */
    private static List<String> values(byte[] payload, String name) {
        return pairs(payload).stream()
                .filter(pair -> pair.name().toString().equals(name))
                .map(pair -> pair.value().toString())
                .toList();
    }

    @Override
    public boolean comparesOutput(byte[] payload) {
        return true;
    }

    @Override
    public boolean comparesError(byte[] payload) {
        return true;
    }

    @Override
    public Optional<CreateStreamSessionConnectionOutput> output(byte[] payload) {
        List<String> values = values(payload, "SignalResponse");
        if (BAD_ESCAPE.matcher(new String(payload, ISO_8859_1)).find()
                || !pairs(payload).stream()
                        .allMatch(pair -> pair.name().isUtf8() && pair.value().isUtf8())
                || values.size() > 1) {
            return Optional.empty();
        }
        String code = errorDocument(payload).code().orElse(null);
        return Oracle.output(values.isEmpty() ? null : values.get(0), code);
    }

    @Override
    public ErrorDocument errorDocument(byte[] payload) {
        String code = null;
        for (String value : values(payload, "Code")) {
            String cleaned = Oracle.clean(value);
            code = cleaned == null ? code : cleaned;
        }
        List<String> messages = values(payload, "Message");
        return Oracle.errorDocument(code, messages.isEmpty() ? null : messages.get(messages.size() - 1), null);
    }
}
