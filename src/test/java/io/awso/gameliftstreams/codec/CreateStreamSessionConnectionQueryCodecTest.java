package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CreateStreamSessionConnectionQueryCodecTest {
    private static final CreateStreamSessionConnectionQueryCodec CODEC = CreateStreamSessionConnectionCodec.query();

    static Stream<Arguments> outputs() {
        return Stream.of(
                Arguments.of(output(null), ""),
                Arguments.of(output(""), "SignalResponse="),
                Arguments.of(output("v=0\r\n"), "SignalResponse=v%3D0%0D%0A"),
                Arguments.of(output("a b+c&d=e%20"), "SignalResponse=a%20b%2Bc%26d%3De%2520"),
                // RFC 3986, section 2.3: the unreserved characters, then the reserved ones.
                Arguments.of(output("AZaz09-_.~"), "SignalResponse=AZaz09-_.~"),
                Arguments.of(
                        output(":/?#[]@!$&'()*+,;="),
                        "SignalResponse=%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D"),
                Arguments.of(output("\u0000\u007F"), "SignalResponse=%00%7F"),
                Arguments.of(output("é世\uD83C\uDFAE\uFFFD"), "SignalResponse=%C3%A9%E4%B8%96%F0%9F%8E%AE%EF%BF%BD"));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void outputsAreWrittenAndRead(CreateStreamSessionConnectionOutput output, String query) {
        assertThat(CODEC.encode(output)).asString(UTF_8).isEqualTo(query);
        assertThat(CODEC.encodeToString(output)).isEqualTo(query);
        assertThat(CODEC.decodeOutput(query.getBytes(UTF_8))).isEqualTo(output);
        assertThat(CODEC.decodeOutput(query)).isEqualTo(output);
        assertThat(CODEC.toParameters(output)).isEqualTo(output.members());
        assertThat(CODEC.decodeOutput(CODEC.toParameters(output))).isEqualTo(output);
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(error("ThrottlingException", "slow down"), "Code=ThrottlingException&Message=slow%20down"),
                Arguments.of(error("ConflictException", ""), "Code=ConflictException&Message="),
                Arguments.of(error("AccessDeniedException", null), "Code=AccessDeniedException"),
                Arguments.of(error("Odd&Code=1", "é\n"), "Code=Odd%26Code%3D1&Message=%C3%A9%0A"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void errorsAreWrittenAndRead(CreateStreamSessionConnectionError error, String query) {
        assertThat(CODEC.encode(error)).asString(UTF_8).isEqualTo(query);
        assertThat(CODEC.encodeToString(error)).isEqualTo(query);
        assertThat(CODEC.decodeError(query.getBytes(UTF_8))).isEqualTo(error);
        assertThat(CODEC.decodeError(query)).isEqualTo(error);
        assertThat(CODEC.decodeError(CODEC.toParameters(error))).isEqualTo(error);
    }

    @Test
    void theContentTypeIsThatOfForms() {
        assertThat(CODEC.contentType()).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void parametersAreNotPercentEncoded() {
        assertThat(CODEC.toParameters(output("v=0 +%\r\n"))).containsExactly(entry("SignalResponse", "v=0 +%\r\n"));
        assertThat(CODEC.toParameters(error("ConflictException", "a & b")))
                .containsExactly(entry("Code", "ConflictException"), entry("Message", "a & b"));
        assertThat(CODEC.toParameters(error("ConflictException", null)))
                .containsExactly(entry("Code", "ConflictException"));
    }

    @Test
    void shapesStandAmongOtherParameters() {
        Map<String, String> parameters = Map.of(
                "Action", "CreateStreamSessionConnection",
                "Version", "2018-05-10",
                "SignalResponse", "v=0\r\n",
                "Code", "ns#ConflictException:http://internal/",
                "Message", "busy");

        assertThat(CODEC.decodeOutput(parameters)).isEqualTo(output("v=0\r\n"));
        assertThat(CODEC.decodeError(parameters)).isEqualTo(error("ConflictException", "busy"));
        assertThat(CODEC.decodeError("ThrottlingException", parameters))
                .isEqualTo(error("ThrottlingException", "busy"));
        assertThat(CODEC.decodeOutput(Map.of("Action", "CreateStreamSessionConnection")))
                .isEqualTo(output(null));
        assertThat(CODEC.decodeError("ConflictException", Map.of())).isEqualTo(error("ConflictException", null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    SignalResponse=a+b%2Bc                                              | a b+c
                    SignalResponse=%e4%B8%96                                            | 世
                    SignalResponse=世                                                   | 世
                    SignalResponse=a=b=c                                                | a=b=c
                    SignalResponse==                                                    | =
                    SignalResponse                                                      | ``
                    SignalResponse&Action=x                                             | ``
                    %53ignal%52esponse=a                                                | a
                    Action=CreateStreamSessionConnection&SignalResponse=a&Version=1     | a
                    &&SignalResponse=a&&                                                | a
                    =x&SignalResponse=a&=                                               | a
                    Action=x&Action=y&SignalResponse=a                                  | a
                    signalresponse=x&SignalResponse=a&Signal+Response=y                 | a
                    SignalResponse=%EF%BB%BFa                                           | \uFEFFa
                    Action=CreateStreamSessionConnection                                |
                    &                                                                   |
                    =                                                                   |
                    SignalResponse.1=a                                                  |
                    %2553ignalResponse=a                                                |
                    """)
    void outputsAreReadFromEveryFormOfTheQuery(String query, String signalResponse) {
        assertThat(CODEC.decodeOutput(query)).isEqualTo(output(signalResponse));
        assertThat(CODEC.decodeOutput(query.getBytes(UTF_8))).isEqualTo(output(signalResponse));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Code=ConflictException&Message=busy                                   | ConflictException | busy
                    Message=busy&Code=ConflictException                                   | ConflictException | busy
                    Code=ns%23ConflictException%3Ahttp%3A%2F%2Finternal%2F&Message=busy   | ConflictException | busy
                    Code=+ConflictException%0A%2CX                                        | ConflictException |
                    %43ode=ConflictException&Message                                      | ConflictException | ``
                    Action=x&&Code=ExpiredToken&Message=+a+&Version=1                     | ExpiredToken      | ` a `
                    """)
    void errorsAreReadFromEveryFormOfTheQuery(String query, String code, String message) {
        assertThat(CODEC.decodeError(query)).isEqualTo(error(code, message));
        assertThat(CODEC.decodeError(query.getBytes(UTF_8))).isEqualTo(error(code, message));
        assertThat(CODEC.decodeError("x#ThrottlingException,y", query))
                .isEqualTo(error("ThrottlingException", message));
        assertThat(CODEC.decodeError("ThrottlingException", query.getBytes(UTF_8)))
                .isEqualTo(error("ThrottlingException", message));
    }

    @Test
    void theCallersCodeNeedsNoOther() {
        assertThat(CODEC.decodeError("ConflictException", "")).isEqualTo(error("ConflictException", null));
        assertThat(CODEC.decodeError("ConflictException", "Message=busy"))
                .isEqualTo(error("ConflictException", "busy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "Message=busy", "Code", "Code=", "Code=+", "Code=ns%23", "code=ConflictException"})
    void anErrorWithoutCodeIsRefused(String query) {
        assertRefused(() -> CODEC.decodeError(query), "query form: expected an error code, found none");
        assertRefused(() -> CODEC.decodeError(query.getBytes(UTF_8)), "query form: expected an error code, found none");
    }

    @Test
    void parametersWithoutCodeAreRefused() {
        assertRefused(
                () -> CODEC.decodeError(Map.of("Message", "busy", "Action", "x")),
                "query form: expected an error code, found none");
        assertRefused(() -> CODEC.decodeError(Map.of("Code", " ")), "query form: expected an error code, found none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SignalResponse=%                   | two hexadecimal digits after % | at offset 15
                    SignalResponse=a%4                 | two hexadecimal digits after % | at offset 16
                    SignalResponse=%4&Action=1         | two hexadecimal digits after % | at offset 15
                    SignalResponse=%G0                 | two hexadecimal digits after % | at offset 15
                    SignalResponse=%0G                 | two hexadecimal digits after % | at offset 15
                    SignalResponse=%+1                 | two hexadecimal digits after % | at offset 15
                    SignalResponse=%-1                 | two hexadecimal digits after % | at offset 15
                    SignalResponse=%%30                | two hexadecimal digits after % | at offset 15
                    SignalResponse=%１１               | two hexadecimal digits after % | at offset 15
                    Action=100%                        | two hexadecimal digits after % | at offset 10
                    %=a                                | two hexadecimal digits after % | at offset 0
                    SignalResponse=%FF                 | UTF-8                          | at offset 15
                    SignalResponse=%C3                 | UTF-8                          | at offset 15
                    SignalResponse=%C3&Action=%A9      | UTF-8                          | at offset 15
                    SignalResponse=%C0%80              | UTF-8                          | at offset 15
                    SignalResponse=%ED%A0%80           | UTF-8                          | at offset 15
                    SignalResponse=%F5%80%80%80        | UTF-8                          | at offset 15
                    Action=%FF                         | UTF-8                          | at offset 7
                    %FF=a                              | UTF-8                          | at offset 0
                    SignalResponse=a&SignalResponse=a  | SignalResponse once            | at offset 17
                    SignalResponse&%53ignalResponse    | SignalResponse once            | at offset 15
                    """)
    void whatIsNoQueryIsRefused(String query, String expected, String where) {
        assertRefused(() -> CODEC.decodeOutput(query), "query form: expected " + expected + ", found ", where);
        assertRefused(
                () -> CODEC.decodeOutput(query.getBytes(UTF_8)),
                "query form: expected " + expected + ", found ",
                where);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Message=%", "Message=%zz", "Message=%FF", "Action=%FF", "%C0=x"})
    void whatIsNoQueryIsRefusedAsAnErrorToo(String query) {
        assertRefused(() -> CODEC.decodeError("Code=X&" + query), "query form: expected ", ", found ", " at offset ");
        assertRefused(
                () -> CODEC.decodeError("ConflictException", query),
                "query form: expected ",
                ", found ",
                " at offset ");
    }

    @Test
    void rawBytesThatAreNotUtf8AreRefused() {
        assertRefused(
                () -> CODEC.decodeOutput("SignalResponse=\u00E9".getBytes(ISO_8859_1)), "query form: expected UTF-8");
    }

    /** A lone surrogate has no UTF-8, so there is nothing to percent-encode. */
    @Test
    void loneSurrogatesAreRefusedInBothDirections() {
        assertRefused(
                () -> CODEC.encode(output("ab\uD800")),
                "query form cannot carry U+D800, which stands at index 2 of SignalResponse");
        assertRefused(
                () -> CODEC.encodeToString(error("ConflictException", "\uDFFF")),
                "query form cannot carry U+DFFF, which stands at index 0 of Message");
        assertRefused(
                () -> CODEC.decodeOutput("SignalResponse=\uD800"),
                "query form: expected Unicode text, found a lone surrogate at index 15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Code=A&Code=A", "Code=A&Message=x&Message=y", "Code=A&Message&M%65ssage"})
    void aKnownNameOfAnErrorGivenTwiceIsRefused(String query) {
        assertRefused(() -> CODEC.decodeError(query), "query form: expected ", " once, found it again at offset ");
        assertRefused(() -> CODEC.decodeError("B", query), "query form: expected ", " once, found it again at offset ");
    }

    private static void assertRefused(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call)
                .isInstanceOf(CodecException.class)
                .hasMessageContainingAll(parts)
                .hasNoCause();
    }

    private static CreateStreamSessionConnectionOutput output(String signalResponseOrNull) {
        return new CreateStreamSessionConnectionOutput(Optional.ofNullable(signalResponseOrNull));
    }

    private static CreateStreamSessionConnectionError error(String code, String messageOrNull) {
        return CreateStreamSessionConnectionError.of(code, messageOrNull);
    }
}
