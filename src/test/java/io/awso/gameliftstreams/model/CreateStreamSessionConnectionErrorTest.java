package io.awso.gameliftstreams.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CreateStreamSessionConnectionErrorTest {
    static final Map<String, Function<Optional<String>, CreateStreamSessionConnectionError>> MODELLED = Map.of(
            "AccessDeniedException", AccessDeniedException::new,
            "ConflictException", ConflictException::new,
            "InternalServerException", InternalServerException::new,
            "ResourceNotFoundException", ResourceNotFoundException::new,
            "ThrottlingException", ThrottlingException::new,
            "ValidationException", ValidationException::new);

    /** Every type of error: with a message, with an empty one and without. */
    static final List<CreateStreamSessionConnectionError> ERRORS = Stream.concat(
                    MODELLED.keySet().stream(), Stream.of("ExpiredTokenException"))
            .flatMap(code -> Stream.of("told why", "", null)
                    .map(message -> CreateStreamSessionConnectionError.of(code, message)))
            .toList();

    /** The traits that the service model gives each error: httpError, error and retryable. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    # code,                    HTTP, fault,  retryable, throttling
                    AccessDeniedException,     403,  CLIENT, false,     false
                    ConflictException,         409,  CLIENT, false,     false
                    InternalServerException,   500,  SERVER, true,      false
                    ResourceNotFoundException, 404,  CLIENT, false,     false
                    ThrottlingException,       429,  CLIENT, true,      true
                    ValidationException,       400,  CLIENT, false,     false
                    """)
    void modelledErrorsHaveTheTraitsOfTheServiceModel(
            String code, int httpStatusCode, Fault fault, boolean retryable, boolean throttling) {
        CreateStreamSessionConnectionError error = MODELLED.get(code).apply(Optional.of("told why"));

        assertThat(error.code()).isEqualTo(code).isEqualTo(error.getClass().getSimpleName());
        assertThat(error.httpStatusCode()).hasValue(httpStatusCode);
        assertThat(error.fault()).isEqualTo(fault);
        assertThat(error.isRetryable()).isEqualTo(retryable);
        assertThat(error.isThrottling()).isEqualTo(throttling);
    }

    @Test
    void unknownErrorsHaveNoTraits() {
        CreateStreamSessionConnectionError error =
                new UnknownOperationError("ExpiredTokenException", Optional.of("told why"));

        assertThat(error.code()).isEqualTo("ExpiredTokenException");
        assertThat(error.httpStatusCode()).isEqualTo(OptionalInt.empty());
        assertThat(error.fault()).isEqualTo(Fault.UNKNOWN);
        assertThat(error.isRetryable()).isFalse();
        assertThat(error.isThrottling()).isFalse();
    }

    static Stream<Arguments> modelled() {
        return MODELLED.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("modelled")
    void ofGivesTheModelledTypeForAModelledCode(
            String code, Function<Optional<String>, CreateStreamSessionConnectionError> type) {
        assertThat(CreateStreamSessionConnectionError.of(code, "told why"))
                .isEqualTo(type.apply(Optional.of("told why")));
        assertThat(CreateStreamSessionConnectionError.of(code, "")).isEqualTo(type.apply(Optional.of("")));
        assertThat(CreateStreamSessionConnectionError.of(code, null)).isEqualTo(type.apply(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ExpiredTokenException",
                "throttlingexception",
                "ThrottlingException2",
                "Throttling Exception",
                "UnknownOperationError",
                "UNKNOWN",
                "500",
                "\u00A0"
            })
    void ofGivesAnUnknownErrorForEveryOtherCode(String code) {
        assertThat(CreateStreamSessionConnectionError.of(code, "told why"))
                .isEqualTo(new UnknownOperationError(code, Optional.of("told why")));
        assertThat(CreateStreamSessionConnectionError.of(code, null))
                .isEqualTo(new UnknownOperationError(code, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u2003",
                " ExpiredTokenException",
                "ExpiredTokenException\n",
                "ns#ExpiredTokenException",
                "ExpiredTokenException:http://internal/",
                "Expired,Token",
                "#",
                ":",
                ","
            })
    void codesThatNoFormatGivesBackAreRefused(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new UnknownOperationError(code, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> CreateStreamSessionConnectionError.of(code, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AccessDeniedException",
                "ConflictException",
                "InternalServerException",
                "ResourceNotFoundException",
                "ThrottlingException",
                "ValidationException"
            })
    void anUnknownErrorCannotHaveAModelledCode(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new UnknownOperationError(code, Optional.empty()));
    }

    @Test
    void nullIsRefused() {
        assertThat(MODELLED.values())
                .allSatisfy(type -> assertThatNullPointerException().isThrownBy(() -> type.apply(null)));
        assertThatNullPointerException().isThrownBy(() -> new UnknownOperationError("Code", null));
        assertThatNullPointerException().isThrownBy(() -> new UnknownOperationError(null, Optional.empty()));
        assertThatNullPointerException().isThrownBy(() -> CreateStreamSessionConnectionError.of(null, "told why"));
        assertThatNullPointerException().isThrownBy(() -> new CreateStreamSessionConnectionException(null));
    }

    @ParameterizedTest
    @FieldSource("ERRORS")
    void membersHoldTheMessageIfThereIsOne(CreateStreamSessionConnectionError error) {
        Map<String, String> members = error.members();

        assertThat(members)
                .isEqualTo(error.message().map(text -> Map.of("Message", text)).orElse(Map.of()));
        assertThatThrownBy(() -> members.put("Message", "other")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void errorsCompareByTypeCodeAndMessage() {
        assertThat(ERRORS).hasSize(21).doesNotHaveDuplicates();
        assertThat(ERRORS).allSatisfy(error -> {
            CreateStreamSessionConnectionError same = CreateStreamSessionConnectionError.of(
                    error.code(), error.message().orElse(null));
            assertThat(same).isEqualTo(error).hasSameHashCodeAs(error).isNotSameAs(error);
        });
        assertThat(new UnknownOperationError("A", Optional.empty()))
                .isNotEqualTo(new UnknownOperationError("B", Optional.empty()));
    }

    /** The names that the service gives are the wire identity, yet the errors are values. */
    @Test
    void errorsAreNoThrowables() {
        assertThat(ERRORS).allSatisfy(error -> assertThat(error).isNotInstanceOf(Throwable.class));
    }

    @ParameterizedTest
    @FieldSource("ERRORS")
    void theExceptionCarriesTheError(CreateStreamSessionConnectionError error) {
        assertThat(error.toException().error()).isEqualTo(error);
        assertThat(new CreateStreamSessionConnectionException(error).error()).isEqualTo(error);
        assertThat(error.toException()).isInstanceOf(RuntimeException.class).hasNoCause();
    }

    @ParameterizedTest
    @FieldSource("ERRORS")
    void theExceptionSaysTheCodeAndTheMessage(CreateStreamSessionConnectionError error) {
        assertThat(error.toException())
                .hasMessageContaining(error.code())
                .hasMessageContaining(error.message().orElse(""));
    }

    @ParameterizedTest
    @FieldSource("ERRORS")
    void theExceptionSurvivesSerialization(CreateStreamSessionConnectionError error)
            throws IOException, ClassNotFoundException {
        CreateStreamSessionConnectionException thrown = error.toException();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            CreateStreamSessionConnectionException read = (CreateStreamSessionConnectionException) in.readObject();

            assertThat(read.error()).isEqualTo(error);
            assertThat(read).hasMessage(thrown.getMessage());
        }
    }
}
