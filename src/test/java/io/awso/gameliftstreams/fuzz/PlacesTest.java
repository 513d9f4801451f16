package io.awso.gameliftstreams.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random error documents of places, members and anything else, which the oracles read as trees. {@code -Ddocuments=1000000}
 * sets how many.
 */
final class PlacesTest {
    private static final List<String> TEXTS =
            List.of("A", "B", "C", "m n", "", " ", "#", "x#D : e f", "1, 2", "\u00E9");

    @ParameterizedTest
    @CsvSource(textBlock = """
                    json, error Error Output details fault ResponseMetadata other, error code Code __type message Message errorMessage error_description detail title RequestId RequestID requestId
                    xml,  Error Errors Response ErrorResponse ResponseMetadata Other, Code Message message RequestId RequestID other
                    """)
    void everyDocumentIsReadAsTheOracleReadsIt(String format, String places, String members) {
        boolean isJson = format.equals("json");
        CreateStreamSessionConnectionCodec codec =
                isJson ? CreateStreamSessionConnectionCodec.json() : CreateStreamSessionConnectionCodec.xml();
        Oracle oracle = isJson ? new JsonOracle() : new XmlOracle();
        SplittableRandom random = new SplittableRandom(24);
        for (int i = 0; i < Integer.getInteger("documents", 2_000); i++) {
            StringBuilder text = new StringBuilder();
            String root = i % 4 == 0 ? "CreateStreamSessionConnectionOutput" : "XException";
            append(text, random, 0, isJson, places.split(" "), members.split(" "));
            byte[] document = (isJson ? text.toString() : "<" + root + ">" + text + "</" + root + ">").getBytes(UTF_8);

            if (!codec.readErrorDocument(document).equals(oracle.errorDocument(document))
                    || isOutput(codec, document) != oracle.output(document).isPresent()) {
                throw new AssertionError(new String(document, UTF_8));
            }
        }
    }

    private static boolean isOutput(CreateStreamSessionConnectionCodec codec, byte[] document) {
        try {
            codec.decodeOutput(document);
            return true;
        } catch (CodecException e) {
            return false;
        }
    }

    /** Appends the content of an object or element. */
    private static void append(
            StringBuilder text, SplittableRandom random, int depth, boolean isJson, String[] places, String[] members) {
        String before = "";
        text.append(isJson ? "{" : "");
        for (int count = random.nextInt(4); count > 0; count--) {
            boolean isPlace = depth < 20 && random.nextInt(5) > 1;
            String name = isPlace ? places[random.nextInt(places.length)] : members[random.nextInt(members.length)];
            text.append(isJson ? before + "\"" + name + "\":" : "<" + name + ">");
            if (isPlace) {
                append(text, random, depth + 1, isJson, places, members);
            } else if (isJson && random.nextInt(8) == 0) {
                text.append(List.of("7", "true", "null", "[\"A\"]", "{}").get(random.nextInt(5)));
            } else {
                String value = TEXTS.get(random.nextInt(TEXTS.size()));
                text.append(isJson ? "\"" + value + "\"" : value);
            }
            text.append(isJson ? "" : "</" + name + ">");
            before = ",";
        }
        text.append(isJson ? "}" : "");
    }
}
