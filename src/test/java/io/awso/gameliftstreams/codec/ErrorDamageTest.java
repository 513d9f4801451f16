package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is left of an error document that is cut off or has one wrong byte: its code, a rejection, or a code whose own
 * text has the wrong byte.
 */
final class ErrorDamageTest {
    private static final String CODE = "ConflictException";

    static Stream<Arguments> documents() {
        CreateStreamSessionConnectionCodec json = CreateStreamSessionConnectionCodec.json();
        CreateStreamSessionConnectionCodec xml = CreateStreamSessionConnectionCodec.xml();
        CreateStreamSessionConnectionCodec query = CreateStreamSessionConnectionCodec.query();
        return Stream.of(
                Arguments.of(json, "{\"__type\":\"ConflictException\",\"Message\":\"b\u00FCsy\\n\"}"),
                Arguments.of(json, "{\"Message\":17,\"code\":\"ns#ConflictException:http://internal/\"}"),
                Arguments.of(json, "{\"error\":\"ConflictException\",\"details\":{\"Message\":\"busy\"}}"),
                Arguments.of(
                        json,
                        "{\"Error\":{\"Code\":\"ConflictException\",\"Message\":\"busy\"},\"RequestId\":\"7f3c\"}"),
                Arguments.of(json, "{\"Output\":{\"__type\":\"a.b#ConflictException\"},\"Version\":\"1.0\"}"),
                Arguments.of(
                        xml,
                        "<ErrorResponse><Error><Code>ConflictException</Code><Message>b&#xfc;sy</Message>"
                                + "</Error></ErrorResponse>"),
                Arguments.of(
                        xml,
                        "<?xml version='1.0'?><Error a='b'><!-- c --><Code><![CDATA[ConflictException]]></Code>"
                                + "<RequestId>7f3c</RequestId></Error>"),
                Arguments.of(xml, "<ConflictException><Message>busy</Message></ConflictException>"),
                Arguments.of(query, "Code=ConflictException&Message=b%C3%BCsy"),
                Arguments.of(query, "Message=b%C3%BCsy&Code=ns%23ConflictException"));
    }

    /** Query form has no sign for a value's end, so a cut value is read as it is. */
    @ParameterizedTest
    @MethodSource("documents")
    void aTruncationHasTheCodeOrNone(CreateStreamSessionConnectionCodec codec, String document) {
        boolean mayBeCut = codec == CreateStreamSessionConnectionCodec.query();
        byte[] bytes = document.getBytes(UTF_8);
        for (int length = 0; length <= bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            Optional<String> code = codec.readErrorDocument(cut).code();
            if (code.isPresent() && !code.get().equals(CODE)) {
                assertThat(mayBeCut && document.matches(".*(Code=|%23)" + code.get() + ".*"))
                        .as("the first %d bytes have the code %s", length, code)
                        .isTrue();
            }
        }
        assertThat(codec.decodeError(bytes).code()).isEqualTo(CODE);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aWrongByteLeavesTheCodeUnlessItIsInIt(CreateStreamSessionConnectionCodec codec, String document) {
        byte[] bytes = document.getBytes(UTF_8);
        int start = document.getBytes(UTF_8).length
                - document.substring(document.indexOf(CODE)).getBytes(UTF_8).length;
        int first = start - 1;
        while (!isDelimiter(bytes[first])) {
            first--;
        }
        int last = start;
        while (last < bytes.length && !isDelimiter(bytes[last])) {
            last++;
        }
        for (int i = 0; i < bytes.length; i++) {
            for (int b = 0; b < 256; b++) {
                byte[] changed = bytes.clone();
                changed[i] = (byte) b;
                Optional<String> code = codec.readErrorDocument(changed).code();
                boolean isInValue = first <= i && i <= last;
                if (code.isPresent()
                        && !code.get().equals(CODE)
                        && !isInValue
                        && code.get().indexOf(b) < 0) {
                    throw new AssertionError("byte " + b + " at " + i + " gives the code " + code.get());
                }
            }
        }
    }

    /** Returns whether a byte is the quote, tag or sign at the beginning or end of a value. */
    private static boolean isDelimiter(byte b) {
        return "\"<>=&".indexOf(b) >= 0;
    }

    /** The JDK's parser prints some of its exceptions. */
    @Test
    void nothingIsPrinted() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream err = System.err;
        System.setErr(new PrintStream(printed, true, UTF_8));
        try {
            String document =
                    "<?xml version='1.0'?><!-- c --><!DOCTYPE Error [<!ENTITY a 'b'>]><Error><Code>X</Code></Error>";
            for (int length = 0; length <= document.length(); length++) {
                CreateStreamSessionConnectionCodec.xml()
                        .readErrorDocument(document.substring(0, length).getBytes(UTF_8));
            }
        } finally {
            System.setErr(err);
        }
        assertThat(printed.size()).isZero();
    }
}
