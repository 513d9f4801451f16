package io.awso.gameliftstreams.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CreateStreamSessionConnectionOutputTest {
    private static final CreateStreamSessionConnectionOutput ANSWERED =
            new CreateStreamSessionConnectionOutput(Optional.of("v=0\r\n"));
    private static final CreateStreamSessionConnectionOutput ABSENT =
            new CreateStreamSessionConnectionOutput(Optional.empty());

    @Test
    void holdsTheSignalResponseAsItWasGiven() {
        assertThat(ANSWERED.signalResponse()).contains("v=0\r\n");
        assertThat(ABSENT.signalResponse()).isEmpty();
    }

    @Test
    void membersHoldThePresentMembersByWireName() {
        assertThat(ANSWERED.members()).isEqualTo(Map.of("SignalResponse", "v=0\r\n"));
        assertThat(ABSENT.members()).isEmpty();
    }

    @Test
    void anEmptySignalResponseIsPresent() {
        CreateStreamSessionConnectionOutput empty = new CreateStreamSessionConnectionOutput(Optional.of(""));

        assertThat(empty.members()).isEqualTo(Map.of("SignalResponse", ""));
        assertThat(empty).isNotEqualTo(ABSENT);
    }

    @Test
    void membersCannotBeChanged() {
        Map<String, String> present = ANSWERED.members();
        Map<String, String> none = ABSENT.members();

        assertThatThrownBy(() -> present.put("SignalResponse", "other"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> present.remove("SignalResponse")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> none.put("SignalResponse", "other")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(ANSWERED.members()).containsOnlyKeys("SignalResponse");
    }

    @Test
    void outputsCompareByValue() {
        assertThat(ANSWERED)
                .isEqualTo(new CreateStreamSessionConnectionOutput(Optional.of("v=0\r\n")))
                .hasSameHashCodeAs(new CreateStreamSessionConnectionOutput(Optional.of("v=0\r\n")))
                .isNotEqualTo(new CreateStreamSessionConnectionOutput(Optional.of("v=0\n")))
                .isNotEqualTo(ABSENT);
        assertThat(ABSENT)
                .isEqualTo(new CreateStreamSessionConnectionOutput(Optional.empty()))
                .hasSameHashCodeAs(new CreateStreamSessionConnectionOutput(Optional.empty()));
    }

    @Test
    void toStringSaysThatASignalResponseIsThereWithoutShowingIt() {
        CreateStreamSessionConnectionOutput other = new CreateStreamSessionConnectionOutput(Optional.of("a=ice-pwd:x"));

        assertThat(ANSWERED.toString()).contains("signalResponse").doesNotContain("v=0");
        // Not even its length or a hash of it: all present values look the same.
        assertThat(ANSWERED).hasToString(other.toString());
        assertThat(ANSWERED.toString()).isNotEqualTo(ABSENT.toString());
    }

    @Test
    void theConstructorRefusesNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new CreateStreamSessionConnectionOutput(null))
                .withMessage("signalResponse");
    }

    @Test
    void aBuilderStartsWithNoMember() {
        assertThat(CreateStreamSessionConnectionOutput.builder().build()).isEqualTo(ABSENT);
    }

    @Test
    void aBuilderSetsTheSignalResponse() {
        assertThat(CreateStreamSessionConnectionOutput.builder()
                        .signalResponse("v=0\r\n")
                        .build())
                .isEqualTo(ANSWERED);
    }

    @Test
    void aBuilderTakesNullAsAbsent() {
        assertThat(CreateStreamSessionConnectionOutput.builder()
                        .signalResponse("v=0\r\n")
                        .signalResponse(null)
                        .build())
                .isEqualTo(ABSENT);
    }

    @Test
    void toBuilderStartsFromTheOutputsMembers() {
        assertThat(ANSWERED.toBuilder().build()).isEqualTo(ANSWERED);
        assertThat(ABSENT.toBuilder().build()).isEqualTo(ABSENT);
        assertThat(ANSWERED.toBuilder().signalResponse(null).build()).isEqualTo(ABSENT);
        assertThat(ABSENT.toBuilder().signalResponse("v=0\r\n").build()).isEqualTo(ANSWERED);
    }

    @Test
    void aBuiltOutputIsIndependentOfItsBuilder() {
        CreateStreamSessionConnectionOutput.Builder builder = ANSWERED.toBuilder();
        CreateStreamSessionConnectionOutput built = builder.build();

        builder.signalResponse("other");

        assertThat(built).isEqualTo(ANSWERED);
    }

    @Test
    void aBuilderDoesNotShowTheSignalResponse() {
        assertThat(ANSWERED.toBuilder().toString()).doesNotContain("v=0");
    }

    @Test
    void asTextItSaysWhetherASignalResponseIsThere() {
        assertThat(CreateStreamSessionConnectionOutput.builder()
                        .signalResponse("v=0")
                        .build())
                .hasToString("CreateStreamSessionConnectionOutput[signalResponse=(sensitive)]");
        assertThat(CreateStreamSessionConnectionOutput.builder().build())
                .hasToString("CreateStreamSessionConnectionOutput[signalResponse=(absent)]");
    }
}
