package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import io.awso.gameliftstreams.model.ThrottlingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documents in {@code docs/wire-formats.md} are what the codecs write and read. */
final class WireFormatsDocumentTest {
    private static final CreateStreamSessionConnectionOutput OUTPUT =
            new CreateStreamSessionConnectionOutput(Optional.of("v=0\r\n"));
    private static final CreateStreamSessionConnectionError ERROR =
            new ThrottlingException(Optional.of("Rate exceeded"));

    @Test
    void json() throws IOException {
        CreateStreamSessionConnectionJsonCodec codec = CreateStreamSessionConnectionCodec.json();
        CreateStreamSessionConnectionOutput answer =
                new CreateStreamSessionConnectionOutput(Optional.of("{\"type\":\"answer\",\"sdp\":\"v=0\\r\\n\"}"));
        CreateStreamSessionConnectionError unknown =
                CreateStreamSessionConnectionError.of("ServiceQuotaExceededException", "Too many sessions");
        List<String> documents = documents("## JSON", "## XML");

        assertThat(documents)
                .startsWith(
                        codec.encodeToString(answer),
                        codec.encodeToString(ERROR),
                        new String(codec.encodeTagged(ERROR), UTF_8),
                        new String(codec.encodeTagged(unknown), UTF_8))
                .hasSize(5);
        assertThat(codec.decodeError(documents.get(4))).isEqualTo(ERROR);
    }

    @Test
    void xml() throws IOException {
        requireFourDocuments(CreateStreamSessionConnectionCodec.xml(), documents("## XML", "## Query form"));
    }

    @Test
    void query() throws IOException {
        requireFourDocuments(CreateStreamSessionConnectionCodec.query(), documents("## Query form", null));
    }

    private static void requireFourDocuments(CreateStreamSessionConnectionCodec codec, List<String> documents) {
        assertThat(documents)
                .startsWith(codec.encodeToString(OUTPUT), codec.encodeToString(ERROR))
                .hasSize(4);
        assertThat(codec.decodeOutput(documents.get(2))).isEqualTo(OUTPUT);
        assertThat(codec.decodeError(documents.get(3))).isEqualTo(ERROR);
    }

    private static List<String> documents(String from, String to) throws IOException {
        String text = Files.readString(Path.of("docs", "wire-formats.md"));
        String section = text.substring(text.indexOf(from), to == null ? text.length() : text.indexOf(to));
        return Pattern.compile("^```[a-z]*\n(.*?)\n```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(section)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
