package io.awso.gameliftstreams.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A response as one array of bytes, so that a mutation can change the status, a header or the body. */
record ResponseInput(int statusCode, Map<String, List<String>> headers, byte[] body) {
    private static final Pattern HEAD = Pattern.compile("(\\d{3})\n((?:[^\n:]*+:[^\n]*+\n)*+)\n");

    /**
     * Returns the response in an input: the status code on one line, each header on one line, an empty line, and the
     * body. An input in any other form is a body alone.
     */
    static ResponseInput of(byte[] input) {
        Matcher head = HEAD.matcher(new String(input, ISO_8859_1));
        if (!head.lookingAt()) {
            return new ResponseInput(input.length % 2 == 0 ? 200 : 503, Map.of(), input);
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line : head.group(2).split("\n")) {
            String[] parts = line.split(": ?", 2);
            headers.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts.length < 2 ? null : parts[1]);
        }
        return new ResponseInput(
                Integer.parseInt(head.group(1)), headers, Arrays.copyOfRange(input, head.end(), input.length));
    }
}
