package io.awso.gameliftstreams.http;

import static io.awso.gameliftstreams.Fixtures.error;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an error's message comes from, what a body says as text, and what never becomes a message. */
final class MessageTest {
    private static final String MARKER = "s3cr3t";
    private static final List<Map.Entry<String, String>> XML = List.of(Map.entry("content-type", "text/xml"));

    // Where the message comes from

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x-amzn-error-message: header | {"__type":"A","Message":"body"}        | A            | body
            x-amzn-error-message: header | {"message":"body"}                     | UnknownError | body
            x-amzn-error-message: header | {"message":""}                         | UnknownError | ``
            x-amzn-error-message: header | {"message":null}                       | UnknownError | header
            x-amzn-error-message: header | {"__type":"A"}                         | A            | header
            x-amzn-error-message: header | Bad Gateway                            | UnknownError | header
            x-amzn-error-message: header | ``                                     | UnknownError | header
            x-amzn-error-message:  && x-amzn-error-message: b | ``                | UnknownError | b
            x-amzn-error-message:        | Bad Gateway                            | UnknownError | Bad Gateway
            a: b                         | Bad Gateway                            | UnknownError | Bad Gateway
            x-amzn-errortype: A          | Bad Gateway                            | A            | Bad Gateway
            a: b                         | <Error><Code>A</Code></Error>          | A            |
            a: b                         | <Error><Code>:</Code></Error>          | UnknownError | <Error><Code>:</Code></Error>
            a: b                         | ``                                     | UnknownError |
            """)
    void messageIsTheBodysElseTheHeadersElseTheBodyAsText(String headers, String body, String code, String message) {
        assertThat(Response.of(400, headers, body).failure().error()).isEqualTo(error(code, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x-amzn-error-message: header | {"message":"Oops"}     | Oops
            x-amzn-error-message: header | Sign in                | header
            a: b                         | Sign in                | JSON: expected an object at line 1, column 1
            a: b                         | {}                     |
            a: b                         | ``                     |
            """)
    void messageWithStatus2xxIsTheCodecsInsteadOfTheBodyAsText(String headers, String body, String message) {
        assertThat(Response.of(200, headers + " && x-amzn-errortype: A", body)
                        .failure()
                        .error())
                .isEqualTo(error("A", message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=ice-pwd:s3cr3t", "a=ICE-Ufrag:s3cr3t", "---ice-ice-pwd"})
    void messageWithIceCredentialsIsDropped(String message) {
        String headers = "x-amzn-error-message: " + message + " && x-amzn-error-message: header";
        String json = "{\"code\":\"A\",\"message\":\"" + message + "\"}";
        String xml = "<Error><Code>A</Code><Message>" + message + "</Message></Error>";

        for (String body : List.of(json, xml)) {
            assertThat(Response.of(400, headers, body).failure().error()).isEqualTo(error("A", "header"));
            assertThat(Response.of(400, "", body).failure().error()).isEqualTo(error("A", null));
        }
    }

    /** A service may describe a bad offer like this; only credentials are filtered out. */
    @ParameterizedTest
    @ValueSource(strings = {"SignalResponse: v=0 expected", "100%25", "ice-pw", "-pwd", "ice pwd", "ufrag-ice"})
    void anyOtherMessageIsAsItCame(String message) {
        String body = "{\"message\":\"" + message + "\"}";

        assertThat(Response.of(400, "", body).failure().error().message()).contains(message);
        assertThat(Response.of(400, "x-amzn-error-message: " + message, "")
                        .failure()
                        .error()
                        .message())
                .contains(message);
    }

    // The body as text

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Bad Gateway                              | Bad Gateway
            <html>«0D0A»<h1>502 100%25</h1>«09»      | <html>«0D0A»<h1>502 100%25</h1>«09»
            "Internal server error"                  | Internal server error
            «EFBBBF» "Internal server error"«0A»     | Internal server error
            "a \\"quote\\" and \\u0062"              | a "quote" and b
            "cut off                                 | "cut off
            "two" "strings"                          | "two" "strings"
            "wrong \\escape"                         | "wrong \\escape"
            R«E4»te                                  | R«EFBFBD»te
            «0A»upstream                             | «0A»upstream
            nullable                                 | nullable
            502                                      | 502
            100% full                                | 100% full
            50%, then 7%0                            | 50%, then 7%0
            7%4                                      | 7%4
            %                                        | %
            «61*199» «61*199»                        | «61*199» «61*199»
            """)
    void textForPeopleIsAMessage(String body, String message) {
        assertThat(message(body)).contains(new String(Response.bytes(message), UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "«2020»",
                "«EFBBBF0A»",
                "\"\"",
                "null",
                " true«0A»",
                "«EFBBBF»false",
                "\"null\"",
                "{",
                "«0A»[1]",
                "«EFBBBF»{}",
                "\"{}\"",
                "\"\\ufeff [\"",
                "bell«07»",
                "\u0085",
                "«7F»",
                "\"\\u001b[2J\"",
                "your signalRESPONSE",
                "V=0",
                "\"\\u0076=0\"",
                "<p>a=ICE-PWD:x",
                "a=ice-ufrag:x",
                "«61*200»",
                "«41*50»«5A*50»«7A*50»«30*25»«39*25»",
                "x «2B*100»«2F*99»= y",
                "<html>«5F*100»«2D*100»",
                "a%3Db",
                "%3D",
                "a%%3d",
                "a%fF",
                "«6120*600»ice-pwd",
                "«6120*600»«07»",
            })
    void anyOtherTextIsNoMessage(String body) {
        assertThat(message(body)).isEmpty();
    }

    @Test
    void textIsCutTo1000CharactersBetweenCodePoints() {
        assertThat(message("a ".repeat(500) + "b")).contains("a ".repeat(500));
        assertThat(message("a ".repeat(499) + "a\uD83D\uDE00")).contains("a ".repeat(499) + "a");
        assertThat(message("a ".repeat(499) + "\uD83D\uDE00b")).contains("a ".repeat(499) + "\uD83D\uDE00");
        assertThat(message("a ".repeat(499) + "\uD83D\uDE00")).contains("a ".repeat(499) + "\uD83D\uDE00");
    }

    private static Optional<String> message(String body) {
        return Response.of(502, "", body).failure().error().message();
    }

    // Answers stay out of messages

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
                        Base64.getEncoder().encodeToString(answer),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(answer)))
                .flatMap(base64 -> Stream.of(base64, "\"" + base64 + "\"", "<p>" + base64, "answer: " + base64 + "."));
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
