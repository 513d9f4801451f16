package io.awso.gameliftstreams.model;

import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CreateStreamSessionConnectionOutputTest {
    private static final CreateStreamSessionConnectionOutput ANSWERED = output("v=0\r\n");
    private static final CreateStreamSessionConnectionOutput EMPTY = output("");
    private static final CreateStreamSessionConnectionOutput ABSENT = output(null);

    @Test
    void membersAreThePresentMembersByWireNameAndCannotBeChanged() {
        assertThat(ANSWERED.members()).isEqualTo(Map.of("SignalResponse", "v=0\r\n"));
        assertThat(EMPTY.members()).isEqualTo(Map.of("SignalResponse", ""));
        assertThat(ABSENT.members()).isEmpty();
        for (CreateStreamSessionConnectionOutput output : List.of(ANSWERED, ABSENT)) {
            assertThatThrownBy(() -> output.members().put("SignalResponse", "other"))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void outputsCompareByValue() {
        assertThat(ANSWERED)
                .isEqualTo(output("v=0\r\n"))
                .hasSameHashCodeAs(output("v=0\r\n"))
                .isNotEqualTo(output("v=0\n"));
        assertThat(ABSENT)
                .isEqualTo(output(null))
                .hasSameHashCodeAs(output(null))
                .isNotEqualTo(EMPTY);
    }

    /** Not even its length: all present values look the same. */
    @Test
    void toStringSaysThatASignalResponseIsPresentWithoutShowingIt() {
        assertThat(ANSWERED).hasToString("CreateStreamSessionConnectionOutput[signalResponse=(sensitive)]");
        assertThat(EMPTY).hasToString("CreateStreamSessionConnectionOutput[signalResponse=(sensitive)]");
        assertThat(ABSENT).hasToString("CreateStreamSessionConnectionOutput[signalResponse=(absent)]");
        assertThat(ANSWERED.toBuilder().toString()).doesNotContain("v=0");
    }

    @Test
    void theConstructorRejectsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new CreateStreamSessionConnectionOutput(null))
                .withMessage("signalResponse");
    }

    @Test
    void buildersStartWithTheOutputsMembersAndTakeNullAsAbsent() {
        assertThat(CreateStreamSessionConnectionOutput.builder().build()).isEqualTo(ABSENT);
        assertThat(CreateStreamSessionConnectionOutput.builder()
                        .signalResponse("v=0\r\n")
                        .build())
                .isEqualTo(ANSWERED);
        assertThat(ANSWERED.toBuilder().signalResponse(null).build()).isEqualTo(ABSENT);
        assertThat(ANSWERED.toBuilder().build()).isEqualTo(ANSWERED);
        assertThat(ABSENT.toBuilder().build()).isEqualTo(ABSENT);
    }

    @Test
    void aBuiltOutputDoesNotChangeWithItsBuilder() {
        CreateStreamSessionConnectionOutput.Builder builder = ANSWERED.toBuilder();
        CreateStreamSessionConnectionOutput built = builder.build();

        assertThat(builder.signalResponse("other").build()).isEqualTo(output("other"));
        assertThat(built).isEqualTo(ANSWERED);
    }
}
