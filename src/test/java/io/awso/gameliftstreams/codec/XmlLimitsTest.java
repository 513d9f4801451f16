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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The limits in XML are the library's own: 500 levels, and 10,000 names. */
final class XmlLimitsTest {
    private static final CreateStreamSessionConnectionXmlCodec CODEC = CreateStreamSessionConnectionCodec.xml();
    private static final String TOO_MANY =
            "XML: too many elements, attributes and processing instructions (limit 10000) at line 1, column ";

    @Test
    void fiveHundredLevelsAreRead() {
        String inside = "<a>".repeat(498) + "</a>".repeat(498);

        assertThat(CODEC.decodeOutput("<R><a>" + inside + "</a><SignalResponse>v=0</SignalResponse></R>"))
                .isEqualTo(output("v=0"));
        assertThat(CODEC.decodeError("<Error>".repeat(499) + "<Code>A</Code>")).isEqualTo(error("A", null));
    }

    @Test
    void moreLevelsAreRejectedInAnOutputAndEndAnError() {
        assertRejected(
                () -> CODEC.decodeOutput("<a>".repeat(100_000)),
                "XML: nested too deeply (limit 500) at line 1, column 1504");
        assertThat(CODEC.decodeError("<Error><Code>A</Code>" + "<Error>".repeat(500)))
                .isEqualTo(error("A", null));
        assertRejected(
                () -> CODEC.decodeError("<Error>".repeat(500) + "<Code>A</Code>"),
                "XML: no usable error code: nested too deeply (limit 500)");
    }

    @Test
    void elementsAttributesNamespacesAndProcessingInstructionsAreCounted() {
        String most = "<e a='' xmlns:n='u'/>".repeat(3_333);

        assertThat(CODEC.decodeOutput("<R>" + most + "</R>")).isEqualTo(output(null));
        assertThat(CODEC.decodeOutput("<!-- - --><R>text<![CDATA[]]>" + most + "</R>"))
                .isEqualTo(output(null));
        assertRejected(() -> CODEC.decodeOutput("<R>" + most + "<e/></R>"), TOO_MANY + "70001");
        assertRejected(() -> CODEC.decodeOutput("<R a=''>" + most + "</R>"), TOO_MANY + "70002");
        assertRejected(() -> CODEC.decodeOutput("<R xmlns:m='u'>" + most + "</R>"), TOO_MANY + "70009");
        assertRejected(() -> CODEC.decodeOutput("<?p?><R>" + most + "</R>"), TOO_MANY + "70002");
        assertThat(CODEC.decodeError("<R><Code>A</Code>" + most + "<Code>B</Code></R>"))
                .isEqualTo(error("A", null));
    }

    @Test
    void oneStartTagMayUseTheWholeLimit() {
        assertThat(CODEC.decodeOutput(attributes(9_999))).isEqualTo(output(null));
        assertRejected(() -> CODEC.decodeOutput(attributes(10_000)), TOO_MANY + "88895");
        assertRejected(() -> CODEC.decodeOutput(attributes(1_000_000)), TOO_MANY + "88903");
    }

    private static String attributes(int count) {
        return IntStream.range(0, count).mapToObj(i -> " a" + i + "=''").collect(Collectors.joining("", "<R", "/>"));
    }

    /** The JDK has limits of its own. Set to 1, each is broken by at least one of these documents. */
    @Tag("slow")
    @Test
    void theJdksOwnLimitsAndSettingsChangeNothingAndNothingIsPrinted() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        for (String limit : """
                maxXMLNameLimit elementAttributeLimit totalEntitySizeLimit maxGeneralEntitySizeLimit
                maxParameterEntitySizeLimit entityExpansionLimit entityReplacementLimit maxElementDepth maxOccurLimit
                cdataChunkSize""".split("\\s+")) {
            command.add("-Djdk.xml." + limit + "=1");
        }
        command.add("-Djdk.xml.dtd.support=ignore");
        command.add("-Djavax.xml.accessExternalDTD=all");
        command.add("-Djavax.xml.stream.XMLInputFactory=com.ctc.wstx.stax.WstxInputFactory");
        command.add(Answers.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(printed.lines().toList()).isEqualTo(Answers.all());
        assertThat(Answers.all())
                .startsWith("3", "100002", "null", "null", "null", "null", "200000", "null")
                .endsWith(
                        "XML: a DOCTYPE is not allowed at line 1, column 4",
                        "XML: malformed at line 1, column 23",
                        "XML: malformed in its encoding at offset 20");
    }

    /** The results for documents near a limit; also run in a JVM of its own. */
    static final class Answers {
        private Answers() {}

        public static void main(String[] args) {
            all().forEach(System.out::println);
        }

        static List<String> all() {
            return List.of(
                    answer("<R><SignalResponse>v=0</SignalResponse></R>"),
                    answer("<R><SignalResponse>v=<![CDATA[" + "0".repeat(100_000) + "]]></SignalResponse></R>"),
                    answer("<a>".repeat(500) + "</a>".repeat(500)),
                    answer("<" + "a".repeat(2_000_000) + "/>"),
                    answer(attributes(9_999)),
                    answer("<R a='" + "a".repeat(2_000_000) + "'/>"),
                    answer("<R><SignalResponse>" + "&amp;&#65;".repeat(100_000) + "</SignalResponse></R>"),
                    answer("<?p " + "a".repeat(2_000_000) + "?><!--" + "a".repeat(2_000_000) + "--><R/>"),
                    answer(attributes(10_000)),
                    answer("<!DOCTYPE R [<!ENTITY e 'v'>]><R><SignalResponse>&e;</SignalResponse></R>"),
                    answer("<R><SignalResponse>&e;</SignalResponse></R>"),
                    answer("<R><SignalResponse>a\u00FF</SignalResponse></R>".getBytes(ISO_8859_1)));
        }

        private static String answer(String xml) {
            return answer(xml.getBytes(UTF_8));
        }

        private static String answer(byte[] xml) {
            try {
                Optional<String> signalResponse = CODEC.decodeOutput(xml).signalResponse();
                return signalResponse.map(text -> String.valueOf(text.length())).orElse("null");
            } catch (CodecException e) {
                return e.getMessage();
            }
        }
    }
}
