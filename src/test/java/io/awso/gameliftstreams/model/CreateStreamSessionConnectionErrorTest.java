package io.awso.gameliftstreams.model;

import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.isUsableCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.internal.AwsErrorCode;

final class CreateStreamSessionConnectionErrorTest {
    private static final List<Function<Optional<String>, CreateStreamSessionConnectionError>> TYPES = List.of(
            AccessDeniedException::new,
            ConflictException::new,
            InternalServerException::new,
            ResourceNotFoundException::new,
            ThrottlingException::new,
            ValidationException::new,
            message -> new UnknownOperationError("ExpiredTokenException", message));

    /** Every type of error, each with a message, an empty message and no message. */
    private static final List<CreateStreamSessionConnectionError> ERRORS = TYPES.stream()
            .flatMap(type ->
                    Stream.of("Try again", "", null).map(Optional::ofNullable).map(type))
            .toList();

    /** The traits in the service model: httpError, error and retryable. */
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
        CreateStreamSessionConnectionError error = error(code, null);

        assertThat(error.getClass().getSimpleName()).isEqualTo(error.code()).isEqualTo(code);
        assertThat(error.httpStatusCode()).hasValue(httpStatusCode);
        assertThat(error.fault()).isEqualTo(fault);
        assertThat(error.isRetryable()).isEqualTo(retryable);
        assertThat(error.isThrottling()).isEqualTo(throttling);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnknownOperationError(code, Optional.empty()))
                .withMessage(code + " is a modelled error, not an unknown one");
    }

    @Test
    void unknownErrorsHaveNoStatusAndNoKnownFault() {
        CreateStreamSessionConnectionError error = error("SlowDown", null);

        assertThat(error.httpStatusCode()).isEmpty();
        assertThat(error.fault()).isEqualTo(Fault.UNKNOWN);
    }

    /** Codes of AWS services and front ends that are not in the AWS SDK's lists, and near misses of some that are. */
    private static final String OTHER_CODES = """
            AccessDenied AuthFailure BadDigest BadRequestException BucketAlreadyExists ConcurrentModificationException
            DependencyFailureException DryRunOperation ExpiredToken ExpiredTokenException ForbiddenException
            IDPCommunicationError IncompleteSignature InternalFailure InternalServerError InternalServiceError
            InternalServiceException InvalidAction InvalidClientTokenId InvalidParameterCombination InvalidParameterValue
            InvalidQueryParameter InvalidSignatureException KMSThrottlingException LimitExceededException
            MalformedQueryString MissingAction MissingAuthenticationToken MissingAuthenticationTokenException
            MissingParameter NoSuchBucket NoSuchKey NotAuthorized OptInRequired PreconditionFailed QuotaExceededException
            RequestEntityTooLarge ResourceInUseException SerializationException ServiceQuotaExceededException
            ServiceUnavailable ServiceUnavailableException SlowDownException TooManyRequests UnauthorizedException
            UnknownError UnknownOperationException UnrecognizedClientException UnsupportedOperationException
            ValidationError throttling SLOWDOWN requesttimeout""";

    /** Except its codes for clock skew, which the signer of the request must handle. */
    @Test
    void unknownCodesAreRetryableAndThrottlingAsInTheAwsSdk() {
        List<String> codes = Stream.of(
                        AwsErrorCode.THROTTLING_ERROR_CODES.stream(),
                        AwsErrorCode.RETRYABLE_ERROR_CODES.stream(),
                        Stream.of(OTHER_CODES.split("\\s+")))
                .flatMap(Function.identity())
                .toList();

        assertThat(codes).allSatisfy(code -> {
            boolean throttling = AwsErrorCode.isThrottlingErrorCode(code);
            assertThat(error(code, null).isThrottling()).isEqualTo(throttling);
            assertThat(error(code, null).isRetryable())
                    .isEqualTo(throttling || AwsErrorCode.isRetryableErrorCode(code));
        });
        assertThat(Stream.concat(
                        AwsErrorCode.DEFINITE_CLOCK_SKEW_ERROR_CODES.stream(),
                        AwsErrorCode.POSSIBLE_CLOCK_SKEW_ERROR_CODES.stream()))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(error(code, null).isRetryable()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"throttlingexception", "ThrottlingException2", "InvalidAMIID.NotFound", "a/b$c", "500"})
    void anyOtherUsableCodeIsAnUnknownError(String code) {
        assertThat(isUsableCode(code)).isTrue();
        assertThat(error(code, "Try again")).isEqualTo(new UnknownOperationError(code, Optional.of("Try again")));
        assertThat(error(code, null).code()).isEqualTo(code);
    }

    @Test
    void aUsableCodeHas1To256LettersDigitsAndFiveSigns() {
        assertThat(isUsableCode("x".repeat(256))).isTrue();
        assertThat(isUsableCode("x".repeat(257))).isFalse();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            boolean usable = c < 0x80 && Character.toString(c).matches("[A-Za-z0-9._$/-]");
            if (isUsableCode("a" + (char) c) != usable || isUsableCode((char) c + "a") != usable) {
                throw new AssertionError("U+%04X".formatted(c));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Session #42 is busy", "namespace#X", "X:http://internal/", "a\nb", "\u202EX"})
    void unusableCodesAreRejected(String code) {
        assertThat(isUsableCode(code)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> error(code, null))
                .withMessage(
                        "not a usable error code: expected 1 to 256 characters, each one of A-Z a-z 0-9 . _ - $ /");
    }

    @Test
    void constructorsRejectNull() {
        assertThat(TYPES)
                .allSatisfy(type -> assertThatNullPointerException()
                        .isThrownBy(() -> type.apply(null))
                        .withMessage("message"));
        assertThatNullPointerException()
                .isThrownBy(() -> new UnknownOperationError(null, Optional.empty()))
                .withMessage("code");
        assertThatNullPointerException()
                .isThrownBy(() -> error(null, "Try again"))
                .withMessage("code");
    }

    @ParameterizedTest
    @FieldSource("ERRORS")
    void errorsCompareByCodeAndMessage(CreateStreamSessionConnectionError error) {
        CreateStreamSessionConnectionError same =
                error(error.code(), error.message().orElse(null));

        assertThat(same).isEqualTo(error).hasSameHashCodeAs(error).isNotSameAs(error);
        assertThat(ERRORS).containsOnlyOnce(error);
        assertThat(error).isNotEqualTo(new UnknownOperationError("B", error.message()));
    }

    @ParameterizedTest
    @FieldSource("ERRORS")
    void membersHoldTheMessageIfThereIsOne(CreateStreamSessionConnectionError error) {
        Map<String, String> members = error.members();

        assertThat(members)
                .isEqualTo(error.message().map(text -> Map.of("Message", text)).orElse(Map.of()));
        assertThatThrownBy(() -> members.put("Message", "other")).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @FieldSource("ERRORS")
    void toStringShowsCodeAndMessage(CreateStreamSessionConnectionError error) {
        String type = error instanceof UnknownOperationError
                ? "UnknownOperationError[code=" + error.code() + ", "
                : error.code() + "[";

        assertThat(error).hasToString(type + "message=" + error.message().orElse("(absent)") + "]");
        assertThat(error(error.code(), "a\r\nINFO login ok \u001B[31m\\n\u2028\uD800"))
                .hasToString(type + "message=a\\r\\nINFO login ok \\u001b[31m\\n\\u2028\\ud800]");
    }

    @Test
    void aLongMessageIsCutBetweenCodePointsAndThenEscaped() {
        String longest = "\n" + "m".repeat(998);

        assertThat(error("X", longest + "e"))
                .hasToString("UnknownOperationError[code=X, message=\\n" + "m".repeat(998) + "e]");
        assertThat(error("X", longest + "e\n").toString()).endsWith("mme...]");
        assertThat(error("X", longest + "\uD83C\uDFAE").toString()).endsWith("mmm...]");
        assertThat(error("X", longest + "\uD83Ce").toString()).endsWith("mm\\ud83c...]");
        assertThat(error("ConflictException", "m".repeat(1_000_000)))
                .hasToString("ConflictException[message=" + "m".repeat(1_000) + "...]");
        assertThat(error("X", longest + "ef").message()).contains(longest + "ef");
    }
}
