package io.awso.gameliftstreams.model;

import static io.awso.gameliftstreams.Fixtures.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awssdk.awscore.internal.AwsErrorCode;

final class CreateStreamSessionConnectionErrorTest {
    /** Sorted, because mutation testing needs the same order of invocations in every JVM. */
    static final Map<String, Function<Optional<String>, CreateStreamSessionConnectionError>> MODELLED =
            new TreeMap<>(Map.of(
                    "AccessDeniedException", AccessDeniedException::new,
                    "ConflictException", ConflictException::new,
                    "InternalServerException", InternalServerException::new,
                    "ResourceNotFoundException", ResourceNotFoundException::new,
                    "ThrottlingException", ThrottlingException::new,
                    "ValidationException", ValidationException::new));

    /** Every type of error, each with a message, an empty message and no message. */
    static final List<CreateStreamSessionConnectionError> ERRORS = Stream.concat(
                    MODELLED.keySet().stream(), Stream.of("ExpiredTokenException"))
            .flatMap(code -> Stream.of("Try again", "", null).map(message -> error(code, message)))
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
        CreateStreamSessionConnectionError error = MODELLED.get(code).apply(Optional.empty());

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.httpStatusCode()).hasValue(httpStatusCode);
        assertThat(error.fault()).isEqualTo(fault);
        assertThat(error.isRetryable()).isEqualTo(retryable);
        assertThat(error.isThrottling()).isEqualTo(throttling);
    }

    @Test
    void unknownErrorsHaveNoStatusAndNoKnownFault() {
        CreateStreamSessionConnectionError error = error("SlowDown", null);

        assertThat(error.httpStatusCode()).isEmpty();
        assertThat(error.fault()).isEqualTo(Fault.UNKNOWN);
    }

    /** Codes of AWS services and front ends that are not in the AWS SDK's lists, and near misses of some that are. */
    private static final List<String> OTHER_CODES = List.of("""
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
            ValidationError throttling SLOWDOWN requesttimeout""".split("\\s+"));

    /** Except its codes for clock skew, which the signer of the request must handle. */
    @Test
    void unknownCodesAreRetryableAndThrottlingAsInTheAwsSdk() {
        List<String> codes = Stream.of(
                        AwsErrorCode.THROTTLING_ERROR_CODES.stream(),
                        AwsErrorCode.RETRYABLE_ERROR_CODES.stream(),
                        OTHER_CODES.stream())
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

    @Test
    void ofReturnsTheModelledTypeForAModelledCode() {
        assertThat(MODELLED).allSatisfy((code, type) -> {
            assertThat(error(code, "Try again")).isEqualTo(type.apply(Optional.of("Try again")));
            assertThat(error(code, null)).isEqualTo(type.apply(Optional.empty()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new UnknownOperationError(code, Optional.empty()))
                    .withMessage(code + " is a modelled error, not an unknown one");
        });
    }

    static final String[] USABLE_CODES = ("""
            ExpiredTokenException throttlingexception ThrottlingException2 InvalidAMIID.NotFound \
            AWS.SimpleQueueService.NonExistentQueue invalid_token x-error a/b$c x 500 AZaz09._-$/\s""" + "x".repeat(256)).split(" ");

    @ParameterizedTest
    @FieldSource("USABLE_CODES")
    void anyOtherUsableCodeIsAnUnknownError(String code) {
        assertThat(CreateStreamSessionConnectionError.isUsableCode(code)).isTrue();
        assertThat(error(code, "Try again")).isEqualTo(new UnknownOperationError(code, Optional.of("Try again")));
        assertThat(error(code, null).code()).isEqualTo(code);
    }

    @Test
    void everyCodeOfTheAwsSdkIsUsable() {
        assertThat(Stream.of(
                                AwsErrorCode.THROTTLING_ERROR_CODES,
                                AwsErrorCode.RETRYABLE_ERROR_CODES,
                                AwsErrorCode.DEFINITE_CLOCK_SKEW_ERROR_CODES,
                                AwsErrorCode.POSSIBLE_CLOCK_SKEW_ERROR_CODES,
                                OTHER_CODES)
                        .flatMap(Collection::stream))
                .isNotEmpty()
                .allMatch(CreateStreamSessionConnectionError::isUsableCode);
    }

    @Test
    void aUsableCodeHasOnlyLettersDigitsAndFiveSigns() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            boolean usable = c < 0x80 && Character.toString(c).matches("[A-Za-z0-9._$/-]");
            if (CreateStreamSessionConnectionError.isUsableCode("a" + (char) c) != usable) {
                throw new AssertionError("U+%04X".formatted(c));
            }
        }
    }

    static final String[] UNUSABLE_CODES = ("""
            | |\t\r\n| X|X |a b|Session #42 is busy|namespace#X|X:http://internal/|X,Y|a\nb|a\0b|\
            X\u2028|\u202EX|\u00E9|\uFF38|\uD800|\uD83C\uDFAE|""" + "x".repeat(257)).split("\\|");

    @ParameterizedTest
    @FieldSource("UNUSABLE_CODES")
    void unusableCodesAreRejected(String code) {
        assertThat(CreateStreamSessionConnectionError.isUsableCode(code)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> error(code, null))
                .withMessage(
                        "not a usable error code: expected 1 to 256 characters, each one of A-Z a-z 0-9 . _ - $ /");
    }

    @Test
    void constructorsRejectNull() {
        assertThat(MODELLED.values())
                .allSatisfy(type -> assertThatNullPointerException()
                        .isThrownBy(() -> type.apply(null))
                        .withMessage("message"));
        assertThatNullPointerException()
                .isThrownBy(() -> new UnknownOperationError("Code", null))
                .withMessage("message");
        assertThatNullPointerException()
                .isThrownBy(() -> new UnknownOperationError(null, Optional.empty()))
                .withMessage("code");
        assertThatNullPointerException()
                .isThrownBy(() -> error(null, "Try again"))
                .withMessage("code");
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
    void errorsCompareByCodeAndMessage() {
        assertThat(ERRORS).doesNotHaveDuplicates();
        assertThat(ERRORS).allSatisfy(error -> {
            CreateStreamSessionConnectionError same =
                    error(error.code(), error.message().orElse(null));
            assertThat(same).isEqualTo(error).hasSameHashCodeAs(error).isNotSameAs(error);
        });
        assertThat(error("A", null)).isNotEqualTo(error("B", null));
    }

    @ParameterizedTest
    @FieldSource("ERRORS")
    void toStringShowsCodeAndMessage(CreateStreamSessionConnectionError error) {
        String type = MODELLED.containsKey(error.code())
                ? error.code() + "["
                : "UnknownOperationError[code=" + error.code() + ", ";

        assertThat(error).hasToString(type + "message=" + error.message().orElse("(absent)") + "]");
        assertThat(error(error.code(), "a\r\nINFO login ok \u001B[31m\\n"))
                .hasToString(type + "message=a\\r\\nINFO login ok \\u001b[31m\\n]");
        assertThat(error(error.code(), "\u202Ea\u2028\uD800")).hasToString(type + "message=\\u202ea\\u2028\\ud800]");
    }

    @Test
    void aLongMessageIsCutBetweenCodePointsAndThenEscaped() {
        String longest = "\n" + "m".repeat(998);

        assertThat(error("X", longest + "e"))
                .hasToString("UnknownOperationError[code=X, message=\\n" + "m".repeat(998) + "e]");
        assertThat(error("X", longest + "ef").toString()).endsWith("mme...]");
        assertThat(error("X", longest + "e\n").toString()).endsWith("mme...]");
        assertThat(error("X", longest + "\uD83C\uDFAE").toString()).endsWith("mmm...]");
        assertThat(error("X", longest + "\uD83Ce").toString()).endsWith("mm\\ud83c...]");
        assertThat(error("ConflictException", "m".repeat(1_000_000)))
                .hasToString("ConflictException[message=" + "m".repeat(1_000) + "...]");
        assertThat(error("X", longest + "ef").message()).contains(longest + "ef");
    }
}
