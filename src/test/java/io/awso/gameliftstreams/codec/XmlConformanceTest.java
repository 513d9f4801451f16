package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents of the W3C's conformance suite that have no DOCTYPE. */
final class XmlConformanceTest {
    private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9A-F]{2})");

    /** Documents that this library reads although XML calls them malformed, each with its reason. */
    private static final Set<String> READ_BY_OTHER_RULES = Set.of(
            // A byte order mark decides, whatever is declared.
            "hst-lhs-007",
            "hst-lhs-008",
            // An empty payload is an output without members.
            "o-p39fail3",
            "not-wf-sa-050");

    static Stream<String> documents() throws IOException {
        try (InputStream in = XmlConformanceTest.class.getResourceAsStream("xml-conformance.txt")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theSuitesResultsAreGiven(String line) {
        String[] parts = line.split(" ", 3);
        byte[] document = ESCAPE.matcher(parts[2])
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))))
                .getBytes(ISO_8859_1);
        boolean expected = parts[1].equals("well-formed") || READ_BY_OTHER_RULES.contains(parts[0]);

        assertThat(isWellFormed(document)).isEqualTo(expected);
    }

    /** Returns whether a strict reader reads a document to its end. */
    static boolean isWellFormed(byte[] document) {
        try {
            XmlReader reader = new XmlReader(document, true);
            while (reader.nextName() != null) {
                reader.skip();
            }
            reader.requireEnd();
            return true;
        } catch (CodecException e) {
            return false;
        }
    }
}
