package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import io.awso.gameliftstreams.Fixtures;
import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers stay out of messages, in any form and wherever they are cut off. {@link ResponseCorpusTest} has the rules. */
final class MessageTest {
    private static final String MARKER = "s3cr3t";
    private static final List<Map.Entry<String, String>> XML = List.of(Map.entry("content-type", "text/xml"));

    private static final String ANSWER =
            "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\na=ice-ufrag:s3cr3t\r\na=ice-pwd:s3cr3t\r\n";

    private static final String JSON_ANSWER =
            CreateStreamSessionConnectionCodec.json().encodeToString(Fixtures.output(ANSWER));

    /** The member of the answer, with escapes in place of everything that the safety net looks for. */
    private static final String ESCAPED_MEMBER = JSON_ANSWER
            .substring(1, JSON_ANSWER.length() - 1)
            .replace("Response", "\\u0052esponse")
            .replace("v=0", "v\\u003d0")
            .replace("ice-", "ice\\u002d");

    static Stream<byte[]> answers() {
        String member = JSON_ANSWER.substring(1, JSON_ANSWER.length() - 1);
        String xml = CreateStreamSessionConnectionCodec.xml().encodeToString(Fixtures.output(ANSWER));
        String form = CreateStreamSessionConnectionCodec.query().encodeToString(Fixtures.output(ANSWER));
        return encoded(
                ANSWER,
                ANSWER.toUpperCase(Locale.ROOT).replace("S3CR3T", MARKER),
                "<pre>" + ANSWER,
                "Bad answer: " + ANSWER,
                JSON_ANSWER,
                "{" + ESCAPED_MEMBER + "}",
                "[{" + member.replace("Signal", "signal") + "}]",
                "[[\"" + ANSWER + "\"]]",
                "{\"output\":{" + ESCAPED_MEMBER + "},\"message\":7}",
                "{\"message\":[" + string(JSON_ANSWER) + "]}",
                "{\"message\":" + string(JSON_ANSWER) + "}",
                string(JSON_ANSWER),
                xml,
                "<?xml version=\"1.0\"?><!-- x -->" + xml,
                xml.replace("SignalResponse", "a"),
                "<Error><Message>" + ANSWER + "</Message></Error>",
                "<Error><Code>A</Code><Message>" + ANSWER.replace("ice-", "ice&#45;") + "</Message></Error>",
                form,
                form.replace("Response", "%52esponse"),
                "Code=A&Message=" + form.split("=")[1]);
    }

    /** Adds answers in JSON strings, whose escapes are decoded only if the string is complete. */
    static Stream<byte[]> answersInEveryForm() {
        return Stream.concat(
                answers(),
                encoded(
                        string("{" + ESCAPED_MEMBER + "}"),
                        "\"" + ESCAPED_MEMBER.substring(ESCAPED_MEMBER.indexOf(":") + 2)));
    }

    private static String string(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static Stream<byte[]> encoded(String... texts) {
        return Stream.of(texts)
                .flatMap(text -> Stream.of(text.getBytes(UTF_8), text.getBytes(UTF_16), text.getBytes(UTF_16LE)));
    }

    @ParameterizedTest
    @MethodSource("answersInEveryForm")
    void answersAreShownNowhere(byte[] body) {
        assertNotShown(Response.gzip(body), MARKER, "content-encoding: gzip");
        assertNotShown(Response.gzip(body), MARKER);
        for (String before : List.of("", " ", "\r\n\t", "\uFEFF", "\uFEFF\n")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(before.getBytes(UTF_8));
            bytes.writeBytes(body);
            assertNotShown(bytes.toByteArray(), MARKER);
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answersThatAreCutOffAreShownNowhere(byte[] body) {
        for (int length = 0; length < body.length; length++) {
            byte[] cutOff = Arrays.copyOf(body, length);
            assertShowsNothing(new Response(502, List.of(), cutOff).read(), MARKER);
            assertShowsNothing(new Response(200, XML, cutOff).read(), MARKER);
        }
    }

    static Stream<String> realAnswersInBase64() {
        return Stream.of(RealAnswers.values())
                .map(answer -> answer.signalResponse().getBytes(UTF_8))
                .flatMap(answer -> Stream.of(
                        Base64.getMimeEncoder().encodeToString(answer),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(answer)))
                .flatMap(base64 -> Stream.of(
                        base64,
                        base64.replaceAll(".{64}", "$0\n"),
                        "\"" + base64 + "\"",
                        "<p>" + base64,
                        "a: " + base64));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("realAnswersInBase64")
    void answersInBase64AreShownNowhere(String body) {
        assertNotShown(body.getBytes(ISO_8859_1), body.substring(20, 40));
    }

    private static void assertNotShown(byte[] body, String marker, String... headers) {
        for (String contentType : List.of("application/json", "text/xml", "text/html", "text/plain", "")) {
            String all = String.join(" && ", headers) + (headers.length == 0 ? "" : " && ");
            Response typed = Response.of(502, all + "content-type: " + contentType, "");
            assertShowsNothing(new Response(502, typed.headers(), body).read(), marker);
            assertShowsNothing(new Response(200, typed.headers(), body).read(), marker);
        }
    }

    private static void assertShowsNothing(CreateStreamSessionConnectionResult result, String marker) {
        String shown = result.toString();
        if (result instanceof Failure failure) {
            CreateStreamSessionConnectionException exception =
                    catchThrowableOfType(CreateStreamSessionConnectionException.class, failure::orElseThrow);
            shown += failure.error() + failure.error().message().orElse("") + exception;
            assertThat(exception.getCause()).isNull();
        }
        // AssertJ's own check for every one of these would take most of the time of this class.
        if (shown.contains(marker)) {
            fail("shown: " + shown);
        }
    }
}
