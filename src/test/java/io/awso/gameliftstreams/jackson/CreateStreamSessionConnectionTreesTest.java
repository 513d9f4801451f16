package io.awso.gameliftstreams.jackson;

import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static io.awso.gameliftstreams.jackson.CreateStreamSessionConnectionTrees.toError;
import static io.awso.gameliftstreams.jackson.CreateStreamSessionConnectionTrees.toOutput;
import static io.awso.gameliftstreams.jackson.CreateStreamSessionConnectionTrees.toTaggedTree;
import static io.awso.gameliftstreams.jackson.CreateStreamSessionConnectionTrees.toTree;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.RealAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Trees have the form of the JSON codec, and are read by its rules. */
final class CreateStreamSessionConnectionTreesTest {

    @Test
    void outputsBecomeTreesAndBack() {
        assertThat(toTree(output("v=0\r\n"))).hasToString("{\"SignalResponse\":\"v=0\\r\\n\"}");
        assertThat(toTree(output(null))).hasToString("{}");
        for (String value : new String[] {null, "", " ", "\u0000\uD800", RealAnswers.AUDIO_VIDEO.signalResponse()}) {
            assertThat(toOutput(toTree(output(value)))).isEqualTo(output(value));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ThrottlingException | slow | {"__type":"ThrottlingException","Message":"slow"} | {"error":"ThrottlingException","details":{"Message":"slow"}}
            ThrottlingException |      | {"__type":"ThrottlingException"}                  | {"error":"ThrottlingException","details":{}}
            Odd                 | ``   | {"__type":"Odd","Message":""}                     | {"error":"Odd","message":""}
            Odd                 |      | {"__type":"Odd"}                                  | {"error":"Odd"}
            """)
    void errorsBecomeTreesAndTaggedTreesAndBack(String code, String message, String tree, String taggedTree) {
        assertThat(toTree(error(code, message))).hasToString(tree);
        assertThat(toTaggedTree(error(code, message))).hasToString(taggedTree);
        assertThat(toError(toTree(error(code, message)))).isEqualTo(error(code, message));
        assertThat(toError(toTaggedTree(error(code, message)))).isEqualTo(error(code, message));
    }

    /** Jackson's parsers reject strings of more than 100 million characters. */
    @Test
    void taggedTreeHasNoLimit() {
        String message = "x".repeat(120_000_000);

        assertThat(toTaggedTree(error("ConflictException", message))
                        .required("details")
                        .required("Message")
                        .stringValue())
                .isSameAs(message);
    }

    @Test
    void everyTreeIsNewAndMayBeChanged() {
        toTree(output("v=0")).removeAll();

        assertThat(toTree(output("v=0"))).hasSize(1);
    }

    @Test
    void missingNodeIsAnEmptyDocument() {
        assertThat(toOutput(MissingNode.getInstance())).isEqualTo(output(null));
        assertThat(toError("ConflictException", MissingNode.getInstance())).isEqualTo(error("ConflictException", null));
        assertRejected(() -> toError(MissingNode.getInstance()), "JSON: no usable error code");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    's3cr3t'                      | JSON: found a string, expected an object
                    ['s3cr3t']                    | JSON: found an array, expected an object
                    5                             | JSON: found a number, expected an object
                    true                          | JSON: found a boolean, expected an object
                    null                          | JSON: found null, expected an object
                    {'SignalResponse':5}          | JSON: SignalResponse is a number, expected a string or null
                    {'__type':'s3cr3t'}           | JSON: expected an output, found an error document
                    """)
    void anythingButAnOutputIsRejectedWithoutQuotingIt(String json, String message) {
        assertRejected(() -> toOutput(tree(json)), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'s3cr3t'", "['s3cr3t']", "null", "{'__type':['s3cr3t']}"})
    void usableCodeFromTheCallerIsNeededIfTheTreeHasNone(String json) {
        assertRejected(() -> toError(tree(json)), "JSON: no usable error code");
        assertThat(toError("ConflictException", tree(json))).isEqualTo(error("ConflictException", null));
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }
}
