package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.assertError;
import static io.awso.gameliftstreams.Fixtures.assertNoOutput;
import static io.awso.gameliftstreams.Fixtures.assertOutput;
import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.assertWrittenAndRead;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
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
        assertWrittenAndRead(CODEC, output, query);
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(error("ThrottlingException", "slow down"), "Code=ThrottlingException&Message=slow%20down"),
                Arguments.of(error("ConflictException", ""), "Code=ConflictException&Message="),
                Arguments.of(error("AccessDeniedException", null), "Code=AccessDeniedException"),
                Arguments.of(error("Odd/$", "é&Code=1\n"), "Code=Odd%2F%24&Message=%C3%A9%26Code%3D1%0A"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void errorsAreWrittenAndRead(CreateStreamSessionConnectionError error, String query) {
        assertWrittenAndRead(CODEC, error, query);
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
                    Code=X&SignalResponse=a                                             | a
                    SignalResponse=%EF%BB%BFa                                           | \uFEFFa
                    SignalResponse=\u0000%00                                            | `\u0000\u0000`
                    Action=CreateStreamSessionConnection                                |
                    &                                                                   |
                    =                                                                   |
                    SignalResponse.1=a                                                  |
                    %2553ignalResponse=a                                                |
                    Code=CreateStreamSessionConnectionResponse                          |
                    Code=+                                                              |
                    """)
    void outputsAreRead(String query, String signalResponse) {
        assertOutput(CODEC, query, output(signalResponse));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Code=ConflictException&Message=busy                                   | ConflictException | busy
                    Message=busy&Code=ConflictException                                   | ConflictException | busy
                    Code=ns%23ConflictException%3Ahttp%3A%2F%2Finternal%2F&Message=busy   | ConflictException | busy
                    Code=+ConflictException%0A%2CX                                        | ConflictException |
                    %43ode=ConflictException&Message                                      | ConflictException | ``
                    Action=x&&Code=ExpiredToken&Message=+a+&Version=1                     | ExpiredToken      | ` a `
                    Code=ExpiredToken&message=no&Error=no                                 | ExpiredToken      |
                    # what an output may not have
                    Code=ThrottlingException&Message=100%+busy                            | ThrottlingException | 100% busy
                    Code=X&Message=%&Action=%zz&%C0=x                                     | X                 | %
                    Code=X&Message=%4                                                     | X                 | %4
                    Code=X&Message=%%41                                                   | X                 | %A
                    Code=%58&Message=%FF%41                                               | X                 | \uFFFDA
                    Code=X&Code=Y&Code=+&Message=a&Message=b                              | Y                 | b
                    """)
    void errorsAreRead(String query, String code, String message) {
        assertError(CODEC, query, error(code, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SignalResponse=%                   | expected two hex digits after '%' at offset 15
                    SignalResponse=a%4                 | expected two hex digits after '%' at offset 16
                    SignalResponse=%4&Action=1         | expected two hex digits after '%' at offset 15
                    SignalResponse=%G0                 | expected two hex digits after '%' at offset 15
                    SignalResponse=%0G                 | expected two hex digits after '%' at offset 15
                    SignalResponse=%+1                 | expected two hex digits after '%' at offset 15
                    SignalResponse=%-1                 | expected two hex digits after '%' at offset 15
                    SignalResponse=%%30                | expected two hex digits after '%' at offset 15
                    SignalResponse=%１１               | expected two hex digits after '%' at offset 15
                    Action=100%                        | expected two hex digits after '%' at offset 10
                    %=a                                | expected two hex digits after '%' at offset 0
                    SignalResponse=%FF                 | malformed UTF-8 in the parameter at offset 0
                    SignalResponse=a&Action=%C3&X=%A9  | malformed UTF-8 in the parameter at offset 17
                    a&%FF=a                            | malformed UTF-8 in the parameter at offset 2
                    SignalResponse=a&SignalResponse=a  | SignalResponse is given twice at offset 17
                    SignalResponse&%53ignalResponse    | SignalResponse is given twice at offset 15
                    Code=X&Message=m                   | expected an output, found an error document at offset 16
                    """)
    void anythingElseIsRejectedAsAnOutput(String query, String problem) {
        assertNoOutput(CODEC, query, "query form: " + problem);
    }

    /** Over-long forms, an encoded surrogate, a code point after the last, and stray bytes: raw and percent-encoded. */
    @ParameterizedTest
    @ValueSource(strings = {"C080", "C0AF", "E080AF", "F08080AF", "EDA080", "F4908080", "80", "FF", "E9"})
    void bytesThatAreNotUtf8AreRejectedInAnOutput(String hex) {
        byte[] raw = ("a=" + new String(HexFormat.of().parseHex(hex), ISO_8859_1)).getBytes(ISO_8859_1);
        String encoded = "a=" + hex.replaceAll("..", "%$0");
        String problem = "query form: malformed UTF-8 in the parameter at offset 0";

        assertRejected(() -> CODEC.decodeOutput(raw), problem);
        assertRejected(() -> CODEC.decodeOutput(encoded), problem);
    }

    @Test
    void parametersAreNotPercentEncoded() {
        assertThat(CODEC.toParameters(output("v=0 +%\r\n"))).containsExactly(entry("SignalResponse", "v=0 +%\r\n"));
        assertThat(CODEC.toParameters(output(null))).isEmpty();
        assertThat(CODEC.toParameters(error("ConflictException", "a & b")))
                .containsExactly(entry("Code", "ConflictException"), entry("Message", "a & b"));
        assertThat(CODEC.toParameters(error("ConflictException", null)))
                .containsExactly(entry("Code", "ConflictException"));
        assertThatThrownBy(() -> CODEC.toParameters(error("X", null)).put("Code", "Y"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void parametersAreReadByTheSameRules() {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("Action", "CreateStreamSessionConnection");
        parameters.put("Version", null);
        parameters.put(null, "no name");
        parameters.put("Code", " ns#ConflictException:http://internal/");
        parameters.put("Message", "100% +busy");

        assertThat(CODEC.decodeError(parameters)).isEqualTo(error("ConflictException", "100% +busy"));
        assertThat(CODEC.decodeError("ThrottlingException", parameters))
                .isEqualTo(error("ThrottlingException", "100% +busy"));
        parameters.put("SignalResponse", null);
        assertRejected(
                () -> CODEC.decodeOutput(parameters),
                "query form: expected an output, found an error document in the parameters");
        parameters.put("SignalResponse", "v=0 +%\r\n");
        assertThat(CODEC.decodeOutput(parameters)).isEqualTo(output("v=0 +%\r\n"));
        parameters.put("Code", null);
        parameters.put("Message", null);
        assertRejected(() -> CODEC.decodeError(parameters), "query form: no usable error code in the parameters");
        assertThat(CODEC.decodeError("X", parameters)).isEqualTo(error("X", null));
        assertThat(CODEC.decodeOutput(Map.of())).isEqualTo(output(null));
    }
}
