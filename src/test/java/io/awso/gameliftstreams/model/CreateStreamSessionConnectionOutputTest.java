package io.awso.gameliftstreams.model;

import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CreateStreamSessionConnectionOutputTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "v=0\r\n"})
    void anOutputIsAValueOfItsMember(String signalResponse) {
        CreateStreamSessionConnectionOutput output = output(signalResponse);
        Map<String, String> members = output.members();

        assertThat(output.signalResponse()).isEqualTo(Optional.ofNullable(signalResponse));
        assertThat(members).isEqualTo(signalResponse == null ? Map.of() : Map.of("SignalResponse", signalResponse));
        assertThatThrownBy(() -> members.put("SignalResponse", "other"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(output.toBuilder().build())
                .isEqualTo(output)
                .hasSameHashCodeAs(output)
                .isNotEqualTo(output("v=0\n"));
        assertThat(CreateStreamSessionConnectionOutput.builder()
                        .signalResponse(signalResponse)
                        .build())
                .isEqualTo(output);
        assertThat(output.toBuilder().signalResponse(null).build()).isEqualTo(output(null));
    }

    /** Not even its length: all present values look the same. */
    @Test
    void toStringSaysThatASignalResponseIsPresentWithoutShowingIt() {
        assertThat(output("v=0")).hasToString("CreateStreamSessionConnectionOutput[signalResponse=(sensitive)]");
        assertThat(output("")).hasToString("CreateStreamSessionConnectionOutput[signalResponse=(sensitive)]");
        assertThat(output(null)).hasToString("CreateStreamSessionConnectionOutput[signalResponse=(absent)]");
        assertThat(output("v=0").toBuilder().toString()).doesNotContain("v=0");
    }

    @Test
    void theConstructorRejectsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new CreateStreamSessionConnectionOutput(null))
                .withMessage("signalResponse");
    }

    @Test
    void aNewBuilderHasNoMemberAndAnOutputDoesNotChangeWithItsBuilder() {
        CreateStreamSessionConnectionOutput.Builder builder = CreateStreamSessionConnectionOutput.builder();
        CreateStreamSessionConnectionOutput built = builder.build();

        assertThat(builder.signalResponse("other").build()).isEqualTo(output("other"));
        assertThat(built).isEqualTo(output(null));
    }
}
