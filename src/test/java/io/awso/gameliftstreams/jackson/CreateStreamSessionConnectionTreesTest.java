package io.awso.gameliftstreams.jackson;

import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.RealAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;

/** Trees have the form of the JSON codec, and are read by its rules. */
final class CreateStreamSessionConnectionTreesTest {

    @Test
    void outputsBecomeTrees() {
        assertThat(CreateStreamSessionConnectionTrees.toTree(output("v=0\r\n")))
                .hasToString("{\"SignalResponse\":\"v=0\\r\\n\"}");
        assertThat(CreateStreamSessionConnectionTrees.toTree(output(""))).hasToString("{\"SignalResponse\":\"\"}");
        assertThat(CreateStreamSessionConnectionTrees.toTree(output(null))).hasToString("{}");
    }

    @Test
    void errorsBecomeTrees() {
        assertThat(CreateStreamSessionConnectionTrees.toTree(error("ThrottlingException", "slow")))
                .hasToString("{\"__type\":\"ThrottlingException\",\"Message\":\"slow\"}");
        assertThat(CreateStreamSessionConnectionTrees.toTree(error("Odd", null)))
                .hasToString("{\"__type\":\"Odd\"}");
    }

    @Test
    void errorsBecomeTaggedTrees() {
        assertThat(CreateStreamSessionConnectionTrees.toTaggedTree(error("ThrottlingException", "slow")))
                .hasToString("{\"error\":\"ThrottlingException\",\"details\":{\"Message\":\"slow\"}}");
        assertThat(CreateStreamSessionConnectionTrees.toTaggedTree(error("ThrottlingException", null)))
                .hasToString("{\"error\":\"ThrottlingException\",\"details\":{}}");
        assertThat(CreateStreamSessionConnectionTrees.toTaggedTree(error("Odd", "slow")))
                .hasToString("{\"error\":\"Odd\",\"message\":\"slow\"}");
    }

    @Test
    void everyTreeIsNewAndMayBeChanged() {
        CreateStreamSessionConnectionTrees.toTree(output("v=0")).removeAll();

        assertThat(CreateStreamSessionConnectionTrees.toTree(output("v=0"))).hasSize(1);
    }

    @Test
    void outputsRoundTrip() {
        for (String value : new String[] {null, "", " ", "\u0000\uD800", RealAnswers.AUDIO_VIDEO.signalResponse()}) {
            assertThat(CreateStreamSessionConnectionTrees.toOutput(
                            CreateStreamSessionConnectionTrees.toTree(output(value))))
                    .isEqualTo(output(value));
        }
    }

    @Test
    void errorsRoundTripInBothForms() {
        for (String code : new String[] {"ConflictException", "Odd"}) {
            for (String message : new String[] {null, "", "busy\r\n"}) {
                assertThat(CreateStreamSessionConnectionTrees.toError(
                                CreateStreamSessionConnectionTrees.toTree(error(code, message))))
                        .isEqualTo(error(code, message));
                assertThat(CreateStreamSessionConnectionTrees.toError(
                                CreateStreamSessionConnectionTrees.toTaggedTree(error(code, message))))
                        .isEqualTo(error(code, message));
            }
        }
    }

    @Test
    void aMissingNodeIsAnOutputWithNoMembers() {
        assertThat(CreateStreamSessionConnectionTrees.toOutput(MissingNode.getInstance()))
                .isEqualTo(output(null));
        assertThat(CreateStreamSessionConnectionTrees.toOutput(
                        JsonNodeFactory.instance.objectNode().path("answer")))
                .isEqualTo(output(null));
    }

    @Test
    void aMissingNodeIsAnErrorIfTheCodeIsGiven() {
        assertThat(CreateStreamSessionConnectionTrees.toError("ConflictException", MissingNode.getInstance()))
                .isEqualTo(error("ConflictException", null));
        assertRejected(
                () -> CreateStreamSessionConnectionTrees.toError(MissingNode.getInstance()),
                "JSON: no usable error code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'SignalResponse':'v=0'}",
                "{'Other':{'SignalResponse':1},'SignalResponse':'v=0'}",
                "{'__type':'CreateStreamSessionConnectionOutput','SignalResponse':'v=0'}",
            })
    void outputsAreReadByTheCodecsRules(String json) {
        assertThat(CreateStreamSessionConnectionTrees.toOutput(tree(json))).isEqualTo(output("v=0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'__type':'a.b#ConflictException:http://c/','message':'busy'}",
                "{'error':'ConflictException','details':{'Message':'busy'}}",
                "{'Error':{'Code':'ConflictException'},'detail':'busy'}",
                "{'code':5,'Code':'ConflictException','Message':['s3cr3t'],'message':'busy'}",
            })
    void errorsAreReadByTheCodecsRules(String json) {
        assertThat(CreateStreamSessionConnectionTrees.toError(tree(json)))
                .isEqualTo(error("ConflictException", "busy"));
    }

    @ParameterizedTest
    @CsvSource({
        "ConflictException, ConflictException",
        "a#ConflictException:http://b/, ConflictException",
        "'', ThrottlingException",
        "#, ThrottlingException",
    })
    void aUsableCodeThatIsGivenTakesPrecedence(String given, String code) {
        assertThat(CreateStreamSessionConnectionTrees.toError(
                        given, tree("{'__type':'ThrottlingException','Message':'busy'}")))
                .isEqualTo(error(code, "busy"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    's3cr3t'                      | JSON: found a string, expected an object
                    ['s3cr3t']                    | JSON: found an array, expected an object
                    5                             | JSON: found a number, expected an object
                    true                          | JSON: found a boolean, expected an object
                    null                          | JSON: found null, expected an object
                    {'SignalResponse':5}          | JSON: SignalResponse is a number, expected a string or null
                    {'SignalResponse':['s3cr3t']} | JSON: SignalResponse is an array, expected a string or null
                    {'SignalResponse':{'s':1}}    | JSON: SignalResponse is an object, expected a string or null
                    {'SignalResponse':false}      | JSON: SignalResponse is a boolean, expected a string or null
                    {'__type':'s3cr3t'}           | JSON: expected an output, found an error document
                    {'error':{'code':'s3cr3t'}}   | JSON: expected an output, found an error document
                    """)
    void whatIsNoOutputIsRejectedWithoutQuotingIt(String json, String message) {
        assertRejected(() -> CreateStreamSessionConnectionTrees.toOutput(tree(json)), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    's3cr3t'                         | JSON: no usable error code
                    ['__type', 's3cr3t']             | JSON: no usable error code
                    {'Message':'s3cr3t'}             | JSON: no usable error code
                    {'__type':5,'Message':'s3cr3t'}  | JSON: no usable error code
                    {'__type':'s3cr3t#'}             | JSON: no usable error code
                    """)
    void whatIsNoErrorIsRejectedWithoutQuotingIt(String json, String message) {
        assertRejected(() -> CreateStreamSessionConnectionTrees.toError(tree(json)), message);
    }

    /** With a usable code from the caller, an error is always returned. */
    @ParameterizedTest
    @ValueSource(strings = {"'s3cr3t'", "['s3cr3t']", "null", "{'__type':['s3cr3t']}"})
    void aGivenCodeIsEnough(String json) {
        assertThat(CreateStreamSessionConnectionTrees.toError("ConflictException", tree(json)))
                .isEqualTo(error("ConflictException", null));
    }

    @Test
    void nullAsTheSignalResponseIsAbsent() {
        assertThat(CreateStreamSessionConnectionTrees.toOutput(tree("{'SignalResponse':null}")))
                .isEqualTo(output(null));
        assertRejected(
                () -> CreateStreamSessionConnectionTrees.toOutput(NullNode.getInstance()),
                "JSON: found null, expected an object");
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }
}
