package io.awso.gameliftstreams.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Query form by {@code URLDecoder}. */
final class QueryOracle implements Oracle {
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** What is not UTF-8 becomes a replacement character, and nobody can tell from what. */
    @Override
    public boolean comparesOutput(byte[] payload) {
        if (!Oracle.isUtf8(payload)) {
            return false;
        }
        String text = new String(payload, UTF_8);
        return BAD_ESCAPE.matcher(text).find()
                || !URLDecoder.decode(text, UTF_8).contains("\uFFFD");
    }

    @Override
    public boolean comparesError(byte[] payload) {
        return comparesOutput(payload);
    }

    @Override
    public Optional<CreateStreamSessionConnectionOutput> output(byte[] payload) {
        return parameters(payload)
                .map(parameters -> parameters.getOrDefault("SignalResponse", List.of()))
                .filter(values -> values.size() < 2)
                .map(values ->
                        new CreateStreamSessionConnectionOutput(values.stream().findFirst()));
    }

    @Override
    public Optional<CreateStreamSessionConnectionError> error(String callerCode, byte[] payload) {
        return parameters(payload).flatMap(parameters -> {
            List<String> codes = parameters.getOrDefault("Code", List.of());
            List<String> messages = parameters.getOrDefault("Message", List.of());
            if (codes.size() > 1 || messages.size() > 1) {
                return Optional.empty();
            }
            return Oracle.error(
                    messages.stream().findFirst().orElse(null),
                    callerCode,
                    codes.stream().findFirst().orElse(null));
        });
    }

    private static Optional<Map<String, List<String>>> parameters(byte[] payload) {
        String text = new String(payload, UTF_8);
        if (BAD_ESCAPE.matcher(text).find()) {
            return Optional.empty();
        }
        Map<String, List<String>> parameters = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters
                    .computeIfAbsent(URLDecoder.decode(parts[0], UTF_8), name -> new ArrayList<>())
                    .add(parts.length == 1 ? "" : URLDecoder.decode(parts[1], UTF_8));
        }
        return Optional.of(parameters);
    }
}
