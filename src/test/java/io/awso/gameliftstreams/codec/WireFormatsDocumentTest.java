package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.codecOf;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents in {@code docs/wire-formats.md} are what the codecs write and read. */
final class WireFormatsDocumentTest {
    private static final CreateStreamSessionConnectionJsonCodec JSON = CreateStreamSessionConnectionCodec.json();
    private static final CreateStreamSessionConnectionCodec XML = CreateStreamSessionConnectionCodec.xml();
    private static final CreateStreamSessionConnectionCodec QUERY = CreateStreamSessionConnectionCodec.query();
    private static final CreateStreamSessionConnectionOutput OUTPUT = output("v=0\r\n");
    private static final CreateStreamSessionConnectionOutput ANSWER =
            output("{\"type\":\"answer\",\"sdp\":\"v=0\\r\\n\"}");
    private static final CreateStreamSessionConnectionError ERROR = error("ThrottlingException", "Rate exceeded");

    @Test
    void whatTheCodecsWrite() throws IOException {
        CreateStreamSessionConnectionError unknown = error("ServiceQuotaExceededException", "Too many sessions");

        assertThat(documents("## JSON", "### Writing"))
                .containsExactly(
                        JSON.encodeToString(ANSWER),
                        JSON.encodeToString(ERROR),
                        new String(JSON.encodeTagged(ERROR), UTF_8),
                        new String(JSON.encodeTagged(unknown), UTF_8));
        assertThat(documents("## XML", "### Writing"))
                .containsExactly(XML.encodeToString(OUTPUT), XML.encodeToString(ERROR));
        assertThat(documents("## Query form", "### Writing"))
                .containsExactly(QUERY.encodeToString(OUTPUT), QUERY.encodeToString(ERROR));
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("## JSON", JSON, ANSWER),
                Arguments.of("## XML", XML, OUTPUT),
                Arguments.of("## Query form", QUERY, OUTPUT));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatTheCodecsRead(
            String heading, CreateStreamSessionConnectionCodec codec, CreateStreamSessionConnectionOutput output)
            throws IOException {
        assertThat(documents(heading, "### Reading an output"))
                .isNotEmpty()
                .allSatisfy(document -> assertThat(codec.decodeOutput(document)).isEqualTo(output));
    }

    @Test
    void whatSurvivesAMalformedErrorDocument() throws IOException {
        List<String[]> rows = Pattern.compile("^\\| `(.*)` \\| (\\w+)(?:: (.*))? \\|$", Pattern.MULTILINE)
                .matcher(section("## Rules", "### Errors are forgiving"))
                .results()
                .map(row -> new String[] {row.group(1), row.group(2), row.group(3)})
                .toList();

        assertThat(rows).hasSize(13).allSatisfy(row -> {
            CreateStreamSessionConnectionCodec codec = codecOf(row[0]);
            if (row[1].equals("rejected")) {
                assertThatThrownBy(() -> codec.decodeError(row[0])).isInstanceOf(CodecException.class);
            } else {
                assertThat(codec.decodeError(row[0])).isEqualTo(error(row[1], row[2]));
            }
        });
    }

    @Test
    void whatAnErrorDocumentSays() throws IOException {
        List<String[]> rows = Pattern.compile("^\\| `(.*)` \\| (.*) \\| (.*) \\| (.*) \\|$", Pattern.MULTILINE)
                .matcher(section("## Rules", "### What an error document says"))
                .results()
                .map(row -> new String[] {row.group(1), row.group(2), row.group(3), row.group(4)})
                .toList();

        assertThat(rows)
                .hasSize(12)
                .allSatisfy(row -> assertThat(codecOf(row[0]).readErrorDocument(row[0].getBytes(UTF_8)))
                        .isEqualTo(new ErrorDocument(cell(row[1]), cell(row[2]), cell(row[3]))));
    }

    private static Optional<String> cell(String text) {
        return Optional.of(text).filter(value -> !value.equals("none"));
    }

    private static List<String> documents(String heading, String subheading) throws IOException {
        return Pattern.compile("^```[a-z]*\n(.*?)\n```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(section(heading, subheading))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String section(String heading, String subheading) throws IOException {
        String page = Files.readString(Path.of("docs", "wire-formats.md"));
        int start = page.indexOf("\n" + subheading + "\n", page.indexOf("\n" + heading));
        int end = page.indexOf("\n##", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }
}
