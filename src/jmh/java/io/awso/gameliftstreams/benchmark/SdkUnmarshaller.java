package io.awso.gameliftstreams.benchmark;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.client.config.SdkClientConfiguration;
import software.amazon.awssdk.core.http.HttpResponseHandler;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.protocols.core.ExceptionMetadata;
import software.amazon.awssdk.protocols.json.AwsJsonProtocol;
import software.amazon.awssdk.protocols.json.AwsJsonProtocolFactory;
import software.amazon.awssdk.protocols.json.JsonOperationMetadata;
import software.amazon.awssdk.services.gameliftstreams.model.CreateStreamSessionConnectionResponse;
import software.amazon.awssdk.services.gameliftstreams.model.GameLiftStreamsException;
import software.amazon.awssdk.services.gameliftstreams.model.ThrottlingException;

/**
 * The AWS SDK for Java's response handlers for the operation, created as its generated client does. The response is
 * created once and its stream rewound, so that only the handlers are measured.
 */
final class SdkUnmarshaller {
    private final ByteArrayInputStream content;
    private final SdkHttpFullResponse response;
    private final ExecutionAttributes attributes = new ExecutionAttributes();
    private final HttpResponseHandler<CreateStreamSessionConnectionResponse> outputs;
    private final HttpResponseHandler<AwsServiceException> errors;

    SdkUnmarshaller(int statusCode, byte[] body) {
        content = new ByteArrayInputStream(body);
        response = SdkHttpFullResponse.builder()
                .statusCode(statusCode)
                .putHeader("Content-Type", "application/json")
                .putHeader("x-amzn-RequestId", "7f3c1a52-0b1e-4c52-9a57-0f5a3c1e8d11")
                .content(AbortableInputStream.create(content))
                .build();
        AwsJsonProtocolFactory factory = AwsJsonProtocolFactory.builder()
                .clientConfiguration(SdkClientConfiguration.builder().build())
                .defaultServiceExceptionSupplier(GameLiftStreamsException::builder)
                .protocol(AwsJsonProtocol.REST_JSON)
                .protocolVersion("1.1")
                .build();
        JsonOperationMetadata metadata = JsonOperationMetadata.builder()
                .hasStreamingSuccessResponse(false)
                .isPayloadJson(true)
                .build();
        outputs = factory.createResponseHandler(metadata, CreateStreamSessionConnectionResponse::builder);
        errors = factory.createErrorResponseHandler(
                metadata,
                code -> code.equals(Payloads.CODE)
                        ? Optional.of(ExceptionMetadata.builder()
                                .errorCode(code)
                                .httpStatusCode(429)
                                .exceptionBuilderSupplier(ThrottlingException::builder)
                                .build())
                        : Optional.empty());
    }

    CreateStreamSessionConnectionResponse output() throws Exception {
        content.reset();
        return outputs.handle(response, attributes);
    }

    AwsServiceException error() throws Exception {
        content.reset();
        return errors.handle(response, attributes);
    }
}
