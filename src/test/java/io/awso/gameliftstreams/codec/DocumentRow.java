package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A line of the tables of documents. The head of {@code json-documents.txt} explains the columns. */
record DocumentRow(
        Format format, String marks, byte[] document, String output, String code, String message, String requestId) {
    private static final int COLUMNS = 5;
    private static final Pattern BYTES = Pattern.compile(bytesAsChars("«") + "([0-9A-F]+)" + bytesAsChars("»"));

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
            return lines(table).map(line -> parse(this, line));
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

    /** Returns the lines of a test resource, without comments and empty lines. */
    static Stream<String> lines(String resource) {
        try (InputStream in = DocumentRow.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a text in UTF-8, in which «0D0A» is bytes in hexadecimal. */
    static byte[] bytes(String text) {
        return BYTES.matcher(bytesAsChars(text))
                .replaceAll(match ->
                        Matcher.quoteReplacement(new String(HexFormat.of().parseHex(match.group(1)), ISO_8859_1)))
                .getBytes(ISO_8859_1);
    }

    private static String bytesAsChars(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
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
