package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import io.awso.gameliftstreams.model.InternalServerException;
import io.awso.gameliftstreams.model.UnknownOperationError;
import io.awso.gameliftstreams.model.ValidationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The response cases of Smithy's protocol tests, for this operation: FooError, a server error with
 * status 500, is InternalServerException here; InvalidGreeting, a client error with status 400, is
 * ValidationException. The name of Smithy's case stands beside each.
 */
final class SmithyProtocolTest {
    private static final String JSON = "application/json";
    private static final CreateStreamSessionConnectionError INTERNAL = new InternalServerException(Optional.empty());

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    RestJsonFooErrorUsingXAmznErrorType                    | InternalServerException
                    RestJsonFooErrorUsingXAmznErrorTypeWithUri             | InternalServerException:http://internal.amazon.com/coral/com.amazon.coral.validate/
                    RestJsonFooErrorUsingXAmznErrorTypeWithUriAndNamespace | com.amazonaws.gameliftstreams#InternalServerException:http://internal.amazon.com/coral/com.amazon.coral.validate/
                    (the same, a foreign namespace)                        | aws.protocoltests.restjson#InternalServerException
                    """)
    void typeInTheHeader(String smithyCase, String errorType) {
        assertThat(read(500, Map.of("X-Amzn-Errortype", List.of(errorType)), ""))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.error()).isEqualTo(INTERNAL));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    RestJsonFooErrorUsingCode                     | code   | InternalServerException
                    RestJsonFooErrorUsingCodeAndNamespace         | code   | com.amazonaws.gameliftstreams#InternalServerException
                    RestJsonFooErrorUsingCodeUriAndNamespace      | code   | com.amazonaws.gameliftstreams#InternalServerException:http://internal.amazon.com/coral/com.amazon.coral.validate/
                    RestJsonFooErrorWithDunderType                | __type | InternalServerException
                    RestJsonFooErrorWithDunderTypeAndNamespace    | __type | com.amazonaws.gameliftstreams#InternalServerException
                    RestJsonFooErrorWithDunderTypeUriAndNamespace | __type | com.amazonaws.gameliftstreams#InternalServerException:http://internal.amazon.com/coral/com.amazon.coral.validate/
                    """)
    void typeInTheBody(String smithyCase, String member, String code) {
        String body = """
                {
                    "%s": "%s"
                }""".formatted(member, code);

        assertThat(error(500, JSON, body)).isEqualTo(INTERNAL);
    }

    /** RestJsonFooErrorWithNestedTypeProperty. */
    @Test
    void nestedTypeDoesNotCount() {
        assertThat(error(500, JSON, """
                        {
                            "__type": "com.amazonaws.gameliftstreams#InternalServerException",
                            "ErrorDetails": [
                                {
                                    "__type": "com.amazon.internal#ErrorDetails",
                                    "reason": "Some reason"
                                }
                            ]
                        }""")).isEqualTo(INTERNAL);
        assertThat(error(500, JSON, """
                        {
                            "ErrorDetails": {
                                "__type": "com.amazonaws.gameliftstreams#InternalServerException"
                            }
                        }""")).isEqualTo(new UnknownOperationError("UnknownError", Optional.empty()));
    }

    /** RestJsonInvalidGreetingError. */
    @Test
    void typeInTheHeaderAndMessageInTheBody() {
        assertThat(read(
                        400,
                        Map.of("Content-Type", List.of(JSON), "X-Amzn-Errortype", List.of("ValidationException")),
                        """
                        {
                            "Message": "Hi"
                        }"""))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.error()).isEqualTo(new ValidationException(Optional.of("Hi"))));
    }

    /** RestJsonComplexErrorWithNoMessage. */
    @Test
    void membersThatAreNotModelledAreSkipped() {
        assertThat(read(
                        500,
                        Map.of("Content-Type", List.of(JSON), "X-Amzn-Errortype", List.of("InternalServerException")),
                        """
                        {
                            "TopLevel": "Top level",
                            "Nested": {
                                "Fooooo": "bar"
                            }
                        }"""))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.error()).isEqualTo(INTERNAL));
    }

    /** RestJsonEmptyComplexErrorWithNoMessage. */
    @Test
    void errorWithNothingInItIsUnknown() {
        assertThat(error(403, JSON, "{}")).isEqualTo(new UnknownOperationError("UnknownError", Optional.empty()));
    }

    /** RestJsonNoInputAndOutputWithJson and RestJsonNoInputAndOutputNoPayload. */
    @ParameterizedTest
    @CsvSource({"{}", "''"})
    void successWithoutMembers(String body) {
        assertThat(read(200, Map.of("Content-Type", List.of(JSON)), body))
                .isEqualTo(new Success(
                        CreateStreamSessionConnectionOutput.builder().build(), 200, Optional.empty()));
    }

    /** InvalidGreetingError of restXml, QueryInvalidGreetingError of awsQuery. */
    @ParameterizedTest
    @CsvSource({"application/xml", "text/xml"})
    void xmlErrorWithMembersThatAreNotModelled(String contentType) {
        assertThat(error(400, contentType, """
                        <ErrorResponse>
                           <Error>
                              <Type>Sender</Type>
                              <Code>ValidationException</Code>
                              <Message>Hi</Message>
                              <AnotherSetting>setting</AnotherSetting>
                           </Error>
                           <RequestId>foo-id</RequestId>
                        </ErrorResponse>
                        """)).isEqualTo(new ValidationException(Optional.of("Hi")));
    }

    /** ComplexError of restXml, QueryComplexError of awsQuery. */
    @ParameterizedTest
    @CsvSource({"application/xml", "text/xml"})
    void xmlErrorWithNestedMembers(String contentType) {
        assertThat(error(400, contentType, """
                        <ErrorResponse>
                           <Error>
                              <Type>Sender</Type>
                              <Code>ComplexError</Code>
                              <Message>Hi</Message>
                              <TopLevel>Top level</TopLevel>
                              <Nested>
                                  <Foo>bar</Foo>
                              </Nested>
                           </Error>
                           <RequestId>foo-id</RequestId>
                        </ErrorResponse>
                        """))
                .isEqualTo(new UnknownOperationError("ComplexError", Optional.of("Hi")));
    }

    /** QueryCustomizedError of awsQuery: the code that is sent counts, whatever the status code. */
    @Test
    void customizedXmlError() {
        assertThat(read(402, Map.of("Content-Type", List.of("text/xml")), """
                        <ErrorResponse>
                           <Error>
                              <Type>Sender</Type>
                              <Code>Customized</Code>
                              <Message>Hi</Message>
                           </Error>
                           <RequestId>foo-id</RequestId>
                        </ErrorResponse>
                        """))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.error()).isEqualTo(new UnknownOperationError("Customized", Optional.of("Hi")));
                    assertThat(failure.statusCode()).isEqualTo(402);
                });
    }

    /** QueryGreetingWithErrors of awsQuery: a wrapper, and a default namespace. */
    @Test
    void queryResultWrapper() {
        assertThat(read(200, Map.of("Content-Type", List.of("text/xml")), """
                        <CreateStreamSessionConnectionResponse xmlns="https://example.com/">
                            <CreateStreamSessionConnectionResult>
                                <SignalResponse>Hello</SignalResponse>
                            </CreateStreamSessionConnectionResult>
                        </CreateStreamSessionConnectionResponse>
                        """))
                .isEqualTo(new Success(
                        CreateStreamSessionConnectionOutput.builder()
                                .signalResponse("Hello")
                                .build(),
                        200,
                        Optional.empty()));
    }

    private static CreateStreamSessionConnectionError error(int statusCode, String contentType, String body) {
        return ((Failure) read(statusCode, Map.of("Content-Type", List.of(contentType)), body)).error();
    }

    private static CreateStreamSessionConnectionResult read(
            int statusCode, Map<String, List<String>> headers, String body) {
        return CreateStreamSessionConnectionResponseReader.read(statusCode, headers, body.getBytes(UTF_8));
    }
}
