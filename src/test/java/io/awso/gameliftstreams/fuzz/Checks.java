package io.awso.gameliftstreams.fuzz;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.ErrorDocument;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.http.ResponseOracle;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Checks what must hold for every payload: decoding returns a value or throws a {@code CodecException} that shows
 * nothing of the payload; the value round-trips in each format, or encoding rejects it; and an oracle gives the same
 * result. If not, throws an {@code AssertionError} or the unexpected exception.
 */
final class Checks {
    /** A marker in the seeds that must not occur in any exception message. */
    static final String MARKER = "s3cr3t";

    private static final CreateStreamSessionConnectionCodec JSON = CreateStreamSessionConnectionCodec.json();
    private static final CreateStreamSessionConnectionCodec XML = CreateStreamSessionConnectionCodec.xml();
    private static final CreateStreamSessionConnectionCodec QUERY = CreateStreamSessionConnectionCodec.query();
    private static final Oracle JSON_ORACLE = new JsonOracle();
    private static final Oracle XML_ORACLE = new XmlOracle();
    private static final Oracle QUERY_ORACLE = new QueryOracle();

    private Checks() {}

    static void json(byte[] payload) {
        check(JSON, payload, JSON_ORACLE);
    }

    static void xml(byte[] payload) {
        check(XML, payload, XML_ORACLE);
    }

    static void query(byte[] payload) {
        check(QUERY, payload, QUERY_ORACLE);
    }

    static void response(byte[] payload) {
        ResponseInput response = ResponseInput.of(payload);
        CreateStreamSessionConnectionResult result = CreateStreamSessionConnectionResponseReader.read(
                response.statusCode(), response.headers(), response.body());
        requireEqual(
                "response",
                ResponseOracle.read(response.statusCode(), response.headers(), response.body()),
                result,
                Checks::shown);
        if (result instanceof Failure failure
                && failure.toString().replace(failure.error().toString(), "").contains(MARKER)
                && !failure.requestId().orElse("").contains(MARKER)) {
            throw new AssertionError("toString() shows the body");
        }
    }

    private static void check(CreateStreamSessionConnectionCodec codec, byte[] payload, Oracle oracle) {
        Optional<CreateStreamSessionConnectionOutput> output = answer(() -> codec.decodeOutput(payload));
        boolean compares = oracle.compares(payload);
        if (compares) {
            requireEqual("output", oracle.output(payload), output, Optional::isPresent);
        }
        ErrorDocument document = codec.readErrorDocument(payload);
        if (compares && oracle.comparesError(payload)) {
            requireEqual("error document", oracle.errorDocument(payload), document, Checks::shown);
        }
        String message = document.message().orElse(null);
        requireEqual(
                "error",
                document.code().map(code -> CreateStreamSessionConnectionError.of(code, message)),
                answer(() -> codec.decodeError(payload)),
                Optional::isPresent);
        CreateStreamSessionConnectionError known = codec.decodeError("a#ConflictException:b", payload);
        requireEqual(
                "error with the caller's code",
                CreateStreamSessionConnectionError.of("ConflictException", message),
                known,
                CreateStreamSessionConnectionError::code);

        output.ifPresent(value -> requireCarriedOrRejected(value, each -> each.decodeOutput(each.encode(value))));
        document.code()
                .map(code -> CreateStreamSessionConnectionError.of(code, message))
                .ifPresent(value -> requireCarriedOrRejected(value, each -> each.decodeError(each.encode(value))));
    }

    private static String shown(CreateStreamSessionConnectionResult result) {
        return result instanceof Failure failure
                ? failure + ", message: " + failure.error().message()
                : result.toString();
    }

    private static String shown(ErrorDocument document) {
        return document + ", message: " + document.message() + ", request id: " + document.requestId();
    }

    /** Returns the value, or empty if it is rejected. */
    private static <T> Optional<T> answer(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (CodecException e) {
            if (e.getMessage().contains(MARKER) || e.getCause() != null || e.getSuppressed().length > 0) {
                throw new AssertionError("the exception shows the payload", e);
            }
            return Optional.empty();
        }
    }

    private static <T> void requireCarriedOrRejected(
            T value, Function<CreateStreamSessionConnectionCodec, T> roundTrip) {
        for (CreateStreamSessionConnectionCodec codec : List.of(JSON, XML, QUERY)) {
            answer(() -> roundTrip.apply(codec)).ifPresent(back -> {
                if (!back.equals(value)) {
                    throw new AssertionError("a value does not survive " + codec.contentType());
                }
            });
        }
    }

    private static <T> void requireEqual(String what, T expected, T actual, Function<T, Object> shown) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + ": expected " + shown.apply(expected) + ", but got " + shown.apply(actual));
        }
    }
}
