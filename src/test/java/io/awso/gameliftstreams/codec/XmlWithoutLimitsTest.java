package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nesting, names, attributes and lengths have no limit in XML, and no setting of the JVM changes what is read. */
final class XmlWithoutLimitsTest {
    private static final CreateStreamSessionConnectionXmlCodec CODEC = CreateStreamSessionConnectionCodec.xml();
    private static final int MANY = 300_000;

    @Test
    void nestingNeedsNoStack() throws Exception {
        String deep = "<a>".repeat(MANY) + "</a>".repeat(MANY);

        assertThat(onASmallStack(() -> CODEC.decodeOutput("<R>" + deep + "<SignalResponse>v=0</SignalResponse></R>")))
                .isEqualTo(output("v=0"));
        assertThat(onASmallStack(() -> CODEC.decodeError("<R><Code>A</Code>" + "<a>".repeat(MANY))))
                .isEqualTo(error("A", null));
        assertThat(onASmallStack(() -> CODEC.decodeError("<R><Code>" + deep + "</Code><Code>A</Code>")))
                .isEqualTo(error("A", null));
        assertRejected(
                () -> CODEC.decodeOutput("<a>".repeat(MANY)), "XML: the document is cut off at line 1, column 900001");
    }

    private static <T> T onASmallStack(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(null, task, "small stack", 160 * 1_024).start();
        return task.get();
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

    /** Names with equal hashes cost a hash table much more time than others. */
    @Test
    void namesWithEqualHashesAreNamesAsAnyOther() {
        String attributes = IntStream.range(0, 1 << 14)
                .mapToObj(i ->
                        Integer.toBinaryString(1 << 14 | i).replace("0", "Aa").replace("1", "BB"))
                .collect(Collectors.joining("='' ", "<R ", "=''/>"));

        assertThat(CODEC.decodeOutput(attributes)).isEqualTo(output(null));
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

    /** Set to 1 or to no number, the JDK's limits make its own parser reject or change most of these documents. */
    @Tag("slow")
    @Test
    void theJdksLimitsAndModulesChangeNothingAndNothingIsPrinted() throws IOException, InterruptedException {
        for (String value : List.of("1", "-1", "many")) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--limit-modules",
                    "java.base",
                    "-cp",
                    System.getProperty("java.class.path")));
            for (String limit : """
                    maxXMLNameLimit elementAttributeLimit totalEntitySizeLimit maxGeneralEntitySizeLimit
                    maxParameterEntitySizeLimit entityExpansionLimit entityReplacementLimit maxElementDepth
                    maxOccurLimit cdataChunkSize""".split("\\s+")) {
                command.add("-Djdk.xml." + limit + "=" + value);
            }
            command.add("-Djdk.xml.dtd.support=ignore");
            command.add("-Djavax.xml.accessExternalDTD=all");
            command.add("-Djavax.xml.stream.XMLInputFactory=com.ctc.wstx.stax.WstxInputFactory");
            command.add(Answers.class.getName());
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes(), UTF_8);

            assertThat(process.waitFor()).as(printed).isZero();
            assertThat(printed.lines().toList()).isEqualTo(Answers.all());
        }
        assertThat(Answers.all())
                .containsExactly(
                        "3",
                        "3",
                        "100002",
                        "null",
                        "null",
                        "null",
                        "200000",
                        "null",
                        "XML: a DOCTYPE is not allowed at line 1, column 1",
                        "XML: malformed reference, or to an unknown entity at line 1, column 20",
                        "XML: malformed in its encoding at offset 20",
                        "A");
    }

    /** The results for some documents; also run in a JVM that has {@code java.base} alone. */
    static final class Answers {
        private static final CreateStreamSessionConnectionXmlCodec XML = CreateStreamSessionConnectionCodec.xml();

        private Answers() {}

        public static void main(String[] args) {
            all().forEach(System.out::println);
        }

        static List<String> all() {
            return List.of(
                    answer("<R><SignalResponse>v=0</SignalResponse></R>"),
                    answer("<?xml version='1.0' encoding='windows-1252'?><R><SignalResponse>v=0</SignalResponse></R>"),
                    answer("<R><SignalResponse>v=<![CDATA[" + "0".repeat(100_000) + "]]></SignalResponse></R>"),
                    answer("<a>".repeat(20_000) + "</a>".repeat(20_000)),
                    answer("<" + "a".repeat(2_000_000) + "/>"),
                    answer("<R a='" + "a".repeat(2_000_000) + "'/>"),
                    answer("<R><SignalResponse>" + "&amp;&#65;".repeat(100_000) + "</SignalResponse></R>"),
                    answer("<?p " + "a".repeat(2_000_000) + "?><!--" + "a".repeat(2_000_000) + "--><R/>"),
                    answer("<!DOCTYPE R [<!ENTITY e 'v'>]><R><SignalResponse>&e;</SignalResponse></R>"),
                    answer("<R><SignalResponse>&e;</SignalResponse></R>"),
                    answer("<R><SignalResponse>a\u00FF</SignalResponse></R>".getBytes(ISO_8859_1)),
                    XML.decodeError(XML.encode(error("A", "a"))).code());
        }

        private static String answer(String xml) {
            return answer(xml.getBytes(UTF_8));
        }

        private static String answer(byte[] xml) {
            try {
                Optional<String> signalResponse = XML.decodeOutput(xml).signalResponse();
                return signalResponse.map(text -> String.valueOf(text.length())).orElse("null");
            } catch (CodecException e) {
                return e.getMessage();
            }
        }
    }
}
