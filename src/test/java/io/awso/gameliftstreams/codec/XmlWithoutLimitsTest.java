package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nesting, names, attributes and lengths have no limit in XML. */
final class XmlWithoutLimitsTest {
    private static final CreateStreamSessionConnectionXmlCodec CODEC = CreateStreamSessionConnectionCodec.xml();
    private static final int MANY = 300_000;

    @Test
    void elementsAreNestedAsDeepAsTheyAre() {
        String deep = "<a>".repeat(MANY) + "</a>".repeat(MANY);

        assertThat(CODEC.decodeOutput("<R>" + deep + "<SignalResponse>v=0</SignalResponse></R>"))
                .isEqualTo(output("v=0"));
        assertThat(CODEC.decodeError("<R><Code>" + deep + "</Code><Code>A</Code>"))
                .isEqualTo(error("A", null));
        assertRejected(
                () -> CODEC.decodeOutput("<a>".repeat(MANY)), "XML: the document is cut off at line 1, column 900001");
    }

    @Test
    void attributesAreAsManyAsThereAre() {
        String attributes =
                IntStream.range(0, MANY).mapToObj(i -> " a" + i + "=''").collect(Collectors.joining());

        assertThat(CODEC.decodeOutput("<R" + attributes + "><SignalResponse>v=0</SignalResponse></R>"))
                .isEqualTo(output("v=0"));
        for (int twice : new int[] {0, 1, 2, MANY / 3, MANY / 2, MANY - 1}) {
            String xml = "<R" + attributes + " a" + twice + "=''/>";

            assertRejected(
                    () -> CODEC.decodeOutput(xml),
                    "XML: an attribute is given twice in the tag that ends at line 1, column " + (xml.length() - 1));
        }
    }

    @Test
    void namesAndValuesAreAsLongAsTheyAre() {
        String name = "a".repeat(MANY);

        assertThat(CODEC.decodeOutput("<R><" + name + " " + name + "='" + name + "'></" + name + "><?" + name + " "
                        + name + "?><!--" + name + "--><SignalResponse>v=0</SignalResponse></R>"))
                .isEqualTo(output("v=0"));
        assertThat(CODEC.decodeError("<R><Code>A</Code><Message>" + "&#x0000041;".repeat(MANY) + "</Message>"))
                .isEqualTo(error("A", "A".repeat(MANY)));
    }
}
