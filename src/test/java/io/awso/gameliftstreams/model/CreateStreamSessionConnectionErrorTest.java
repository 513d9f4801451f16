package io.awso.gameliftstreams.model;

import static io.awso.gameliftstreams.Fixtures.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

        assertThat(OTHER_CODES).hasSizeGreaterThanOrEqualTo(50);
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

    /** A no-break space and a lone surrogate are neither white space nor control characters. */
    static final String[] USABLE_CODES = {
        "ExpiredTokenException",
        "throttlingexception",
        "ThrottlingException2",
        "Throttling \u2003 Exception",
        "x",
        "500",
        "a/b<c>&\"d'{e}[f]|g=h;i\\j",
        "\u00A0",
        "\uD800",
        "\uD83C\uDFAE",
        "x".repeat(256)
    };

    @ParameterizedTest
    @FieldSource("USABLE_CODES")
    void anyOtherUsableCodeIsAnUnknownError(String code) {
        assertThat(CreateStreamSessionConnectionError.isUsableCode(code)).isTrue();
        assertThat(error(code, "Try again")).isEqualTo(new UnknownOperationError(code, Optional.of("Try again")));
        assertThat(error(code, null).code()).isEqualTo(code);
    }

    static final String[] UNUSABLE_CODES = {
        "",
        " ",
        "\t\r\n",
        "\u2003",
        " X",
        "X ",
        "\u3000X",
        "X\u2028",
        "namespace#X",
        "X:http://internal/",
        "X,Y",
        "#",
        ":",
        ",",
        "a\nb",
        "a\tb",
        "a\u0000b",
        "a\u001Bb",
        "a\u007Fb",
        "a\u0080b",
        "a\u009Fb",
        "x".repeat(257)
    };

    @ParameterizedTest
    @FieldSource("UNUSABLE_CODES")
    void unusableCodesAreRejected(String code) {
        assertThat(CreateStreamSessionConnectionError.isUsableCode(code)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> error(code, null))
                .withMessage("not a usable error code: expected 1 to 256 characters without ':', ',', '#' and control"
                        + " characters, and no white space at either end");
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
        assertThat(ERRORS).hasSize(21).doesNotHaveDuplicates();
        assertThat(ERRORS).allSatisfy(error -> {
            CreateStreamSessionConnectionError same =
                    error(error.code(), error.message().orElse(null));
            assertThat(same).isEqualTo(error).hasSameHashCodeAs(error).isNotSameAs(error);
        });
        assertThat(error("A", null)).isNotEqualTo(error("B", null));
    }

    /** They are called exceptions because the service calls them so. */
    @Test
    void errorsAreNotThrowables() {
        assertThat(ERRORS).allSatisfy(error -> assertThat(error).isNotInstanceOf(Throwable.class));
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
    }
}
