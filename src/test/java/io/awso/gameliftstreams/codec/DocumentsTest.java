package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ctc.wstx.stax.WstxInputFactory;
import io.awso.gameliftstreams.Fixtures;
import io.awso.gameliftstreams.jackson.CreateStreamSessionConnectionTrees;
import io.awso.gameliftstreams.jackson.GameLiftStreamsModule;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.xml.XmlMapper;

/**
 * Documents read as outputs and as errors: by the library's own readers, and through parsers of callers. No rejection shows
 * anything of a document: its whole message is known, and it has no cause and nothing suppressed.
 */
final class DocumentsTest {
    private static final CreateStreamSessionConnectionJsonCodec JSON = CreateStreamSessionConnectionCodec.json();
    private static final CreateStreamSessionConnectionXmlCodec XML = CreateStreamSessionConnectionCodec.xml();

    private static final String ERROR_DOCUMENT = "expected an output, found an error document";
    private static final String OTHER_ROOT = "expected an output, found another root element";
    private static final String NO_CODE = "no usable error code";
    private static final String KNOWN_CODE = "ns#Known:x";
    private static final Pattern PLACE = Pattern.compile(",?( at (line \\d+, column|offset) \\d+)?$");

    /** A way to read documents. Rows that do not fit it have its mark. */
    private record Reader(
            char mark,
            Function<DocumentRow, CreateStreamSessionConnectionOutput> output,
            BiFunction<String, DocumentRow, CreateStreamSessionConnectionError> error) {}

    private static final Reader GSON = new Reader(
            'G',
            row -> JSON.decodeOutput(MemberReaderTest.read(row.string())),
            (code, row) -> JSON.decodeError(code, MemberReaderTest.read(row.string())));

    private static final Reader TREE = new Reader(
            'T',
            row -> CreateStreamSessionConnectionTrees.toOutput(
                    JsonMapper.shared().readTree(row.string())),
            (code, row) -> CreateStreamSessionConnectionTrees.toError(
                    code, JsonMapper.shared().readTree(row.string())));

    private static final List<Reader> OF_JSON = List.of(
            GSON,
            TREE,
            mapper(JsonMapper.builder().addModule(new GameLiftStreamsModule()).build()));
    private static final List<Reader> OF_XML = List.of(
            cursor(XMLInputFactory.newDefaultFactory()),
            cursor(new WstxInputFactory()),
            mapper(XmlMapper.builder().addModule(new GameLiftStreamsModule()).build()));

    private static Reader cursor(XMLInputFactory factory) {
        return new Reader(
                'C',
                row -> XML.decodeOutput(CreateStreamSessionConnectionXmlCursorTest.atRoot(factory, row.string())),
                (code, row) -> XML.decodeError(
                        code, CreateStreamSessionConnectionXmlCursorTest.atRoot(factory, row.string())));
    }

    /** A mapper cannot be given a code. */
    private static Reader mapper(ObjectMapper mapper) {
        return new Reader(
                'M',
                row -> read(mapper, row, CreateStreamSessionConnectionOutput.class),
                (code, row) -> read(mapper, row, CreateStreamSessionConnectionError.class));
    }

    private static <T> T read(ObjectMapper mapper, DocumentRow row, Class<T> type) {
        try {
            return mapper.readValue(row.string(), type);
        } catch (MismatchedInputException e) {
            assertThat(e).hasNoCause().hasNoSuppressedExceptions();
            throw new CodecException(e.getOriginalMessage());
        }
    }

    private static List<Reader> ownReaders(DocumentRow row) {
        CreateStreamSessionConnectionCodec codec = row.format().codec;
        Reader bytes = new Reader(
                '-', r -> codec.decodeOutput(r.document()), (code, r) -> codec.decodeError(code, r.document()));
        Reader string =
                new Reader('-', r -> codec.decodeOutput(r.string()), (code, r) -> codec.decodeError(code, r.string()));
        return row.isUtf8() ? List.of(bytes, string) : List.of(bytes);
    }

    private static List<Reader> callersReaders(DocumentRow row) {
        List<Reader> readers = switch (row.format()) {
            case JSON -> OF_JSON;
            case XML -> OF_XML;
            case QUERY -> List.of();
        };
        return readers.stream()
                .filter(reader -> row.isUtf8() && row.marks().indexOf(reader.mark) < 0)
                .filter(reader -> reader != TREE || !row.isMalformed())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("io.awso.gameliftstreams.codec.DocumentRow#all")
    void outputsAreReadAndAnythingElseIsRejected(DocumentRow row) {
        String expected = row.output().equals("!") ? ERROR_DOCUMENT : row.output();
        for (Reader reader : ownReaders(row)) {
            assertSays(output(reader, row), expected);
        }
        for (Reader reader : callersReaders(row)) {
            boolean isOutput = expected.startsWith(OTHER_ROOT); // The element may be in a larger document.
            assertSays(output(reader, row), ofCaller(row, isOutput ? "-" : expected));
        }
    }

    @ParameterizedTest
    @MethodSource("io.awso.gameliftstreams.codec.DocumentRow#all")
    void errorsAreReadAndNeedACode(DocumentRow row) {
        String expected = row.hasCode()
                ? row.code() + " " + row.message()
                : NO_CODE + row.code().substring(1);
        for (Reader reader : ownReaders(row)) {
            assertSays(error(reader, "", row), expected);
            assertSays(error(reader, KNOWN_CODE, row), "Known " + row.message());
        }
        for (Reader reader : callersReaders(row)) {
            assertSays(error(reader, "", row), ofCaller(row, expected));
            if (reader.mark != 'M') {
                assertSays(error(reader, KNOWN_CODE, row), ofCaller(row, "Known " + row.message()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.awso.gameliftstreams.codec.DocumentRow#all")
    void partsOfErrorDocumentsAreRead(DocumentRow row) {
        ErrorDocument document = row.format().codec.readErrorDocument(row.document());

        assertThat(document.code().orElse("-")).isEqualTo(row.hasCode() ? row.code() : "-");
        assertThat(quoted(document.message())).isEqualTo(row.message());
        assertThat(document.requestId().orElse("-")).isEqualTo(row.requestId());
    }

    @ParameterizedTest
    @MethodSource("io.awso.gameliftstreams.codec.DocumentRow#written")
    void valuesAreWritten(DocumentRow row) {
        CreateStreamSessionConnectionCodec codec = row.format().codec;
        if (row.hasCode()) {
            CreateStreamSessionConnectionError error = Fixtures.error(row.code(), unquoted(row.message()));
            assertThat(codec.encode(error)).asString(UTF_8).isEqualTo(row.string());
            assertThat(codec.encodeToString(error)).isEqualTo(row.string());
        } else {
            CreateStreamSessionConnectionOutput output = Fixtures.output(unquoted(row.output()));
            assertThat(codec.encode(output)).asString(UTF_8).isEqualTo(row.string());
            assertThat(codec.encodeToString(output)).isEqualTo(row.string());
        }
    }

    private static String unquoted(String cell) {
        return cell.equals("-") ? null : cell.substring(1, cell.length() - 1);
    }

    /** Inserts a byte that is not UTF-8 at every position. */
    @ParameterizedTest
    @MethodSource("io.awso.gameliftstreams.codec.DocumentRow#all")
    void rejectionsOfDamagedDocumentsShowNothingOfThem(DocumentRow row) {
        byte[] document = row.document();
        for (int i = 0; i <= document.length; i++) {
            byte[] damaged = Arrays.copyOf(document, document.length + 1);
            System.arraycopy(document, i, damaged, i + 1, document.length - i);
            damaged[i] = (byte) 0xFF;
            said(row, () -> row.format().codec.decodeOutput(damaged).toString());
            said(row, () -> row.format().codec.decodeError("", damaged).code());
        }
    }

    private static String output(Reader reader, DocumentRow row) {
        return said(row, () -> quoted(reader.output.apply(row).signalResponse()));
    }

    private static String error(Reader reader, String code, DocumentRow row) {
        return said(row, () -> {
            CreateStreamSessionConnectionError error = reader.error.apply(code, row);
            return error.code() + " " + quoted(error.message());
        });
    }

    private static String quoted(Optional<String> text) {
        return text.map(value -> '"' + value + '"').orElse("-");
    }

    /** Returns what reading gives, or what a rejection says after the name of the format. */
    private static String said(DocumentRow row, Supplier<String> reading) {
        try {
            return reading.get();
        } catch (CodecException e) {
            String prefix = row.format().label + ": ";
            boolean isSilent = e.getCause() == null
                    && e.getSuppressed().length == 0
                    && !e.getMessage().contains("s3cr3t");
            assertThat(isSilent && e.getMessage().startsWith(prefix))
                    .as(e::toString)
                    .isTrue();
            return e.getMessage().substring(prefix.length());
        }
    }

    /** Compares the place of a problem only if one is expected. */
    private static void assertSays(String actual, String expected) {
        assertThat(expected.contains(" at ") ? actual : withoutPlace(actual)).isEqualTo(expected);
    }

    private static String withoutPlace(String said) {
        return PLACE.matcher(said).replaceFirst("");
    }

    /** Returns what a caller's parser makes of a row. It counts places in its own way, and does not forgive. */
    private static String ofCaller(DocumentRow row, String expected) {
        return row.isMalformed() ? "malformed" : withoutPlace(expected);
    }
}
