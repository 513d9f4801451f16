package io.awso.gameliftstreams.example;

import java.util.List;

/** Bundled responses: whole ones, with only the headers that matter. */
final class Responses {
    private Responses() {}

    /** Returns an answer, a throttled call and its answer, a conflict, and a load balancer's page. */
    static List<String> first(String answer) {
        return List.of("HTTP/1.1 200\n\n" + answer, """
                HTTP/1.1 429
                retry-after: 2

                {"__type":"ThrottlingException","Message":"Rate exceeded"}""", "HTTP/1.1 200\n\n" + answer, """
                HTTP/1.1 409

                {"__type":"ConflictException","Message":"The session is RECONNECTING"}""", """
                HTTP/1.1 502

                <html><h1>502 Bad Gateway</h1></html>""");
    }

    static final List<String> MORE = List.of("""
            HTTP/1.1 403
            x-amzn-errortype: AccessDeniedException:http://internal.amazon.com/coral/com.amazon.coral.service/

            {"message":"No permission to use sg-1AB2C3De4"}""", """
            HTTP/1.1 404

            {"__type":"com.amazonaws.gameliftstreams#ResourceNotFoundException","Message":"No such session"}""", """
            HTTP/1.1 400

            {"code":"ValidationException","message":"SignalRequest is too short"}""", """
            HTTP/1.1 500

            {"__type":"InternalServerException","Mess""", """
            HTTP/1.1 402

            {"__type":"ServiceQuotaExceededException","Message":"Too many sessions"}""", """
            HTTP/1.1 503
            content-type: application/xml

            <Error><Code>SlowDown</Code><Message>Reduce your request rate</Message></Error>""", """
            HTTP/1.1 403
            content-type: application/xml

            <AccessDeniedException><Message>Unable to sign you in</Message></AccessDeniedException>""", """
            HTTP/1.1 404
            content-type: application/json

            {"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}""", """
            HTTP/1.1 403

            <html><h1>403 Forbidden</h1></html>""", """
            HTTP/1.1 429

            slow""", """
            HTTP/1.1 202
            x-amzn-waf-action: challenge

            """, """
            HTTP/1.1 200
            content-type: text/html

            <html><h1>Sign in to the network</h1></html>""");
}
