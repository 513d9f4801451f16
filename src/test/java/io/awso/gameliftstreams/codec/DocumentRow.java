package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.Fixtures;
import java.util.Arrays;
import java.util.stream.Stream;

/** A line of the tables of documents. The head of {@code json-documents.txt} explains the columns. */
record DocumentRow(
        Format format, String marks, byte[] document, String output, String code, String message, String requestId) {
    private static final int COLUMNS = 5;

    /** A format and its table. */
    enum Format {
        JSON("JSON", CreateStreamSessionConnectionCodec.json(), "json-documents.txt"),
        XML("XML", CreateStreamSessionConnectionCodec.xml(), "xml-documents.txt"),
        QUERY("query form", CreateStreamSessionConnectionCodec.query(), "query-documents.txt");

        /** The format's name in messages. */
        final String label;

        final CreateStreamSessionConnectionCodec codec;
        private final String table;

        Format(String label, CreateStreamSessionConnectionCodec codec, String table) {
            this.label = label;
            this.codec = codec;
            this.table = table;
        }

        private Stream<DocumentRow> rows() {
            return Fixtures.lines(DocumentRow.class, table).map(line -> parse(this, line));
        }
    }

    static Stream<DocumentRow> all() {
        return Stream.of(Format.values()).flatMap(Format::rows);
    }

    static DocumentRow parse(Format format, String line) {
        int space = line.indexOf(' ');
        String[] given = line.substring(space + 1).split(" \\| ");
        String[] columns = Arrays.copyOf(given, COLUMNS);
        Arrays.fill(columns, given.length, COLUMNS, "-");
        return new DocumentRow(
                format,
                line.substring(0, space),
                bytes(columns[0]),
                new String(bytes(columns[1]), UTF_8),
                columns[2],
                new String(bytes(columns[3]), UTF_8),
                columns[4]);
    }

    /** Returns the rows whose documents the codecs write as they are. */
    static Stream<DocumentRow> written() {
        return all().filter(row -> row.marks.startsWith("="));
    }

    boolean isMalformed() {
        return marks.startsWith("-");
    }

    boolean isUtf8() {
        return Arrays.equals(string().getBytes(UTF_8), document);
    }

    String string() {
        return new String(document, UTF_8);
    }

    boolean hasCode() {
        return !code.startsWith("-");
    }

    @Override
    public String toString() {
        return string();
    }
}
