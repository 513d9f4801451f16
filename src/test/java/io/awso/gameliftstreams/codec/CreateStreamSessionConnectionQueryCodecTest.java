package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parameters that are already decoded, or not yet encoded. */
final class CreateStreamSessionConnectionQueryCodecTest {
    private static final CreateStreamSessionConnectionQueryCodec CODEC = CreateStreamSessionConnectionCodec.query();

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
