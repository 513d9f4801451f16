package io.awso.gameliftstreams.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ErrorDocumentTest {
    private static final ErrorDocument DOCUMENT =
            new ErrorDocument(Optional.of("SlowDown"), Optional.of("Busy\n"), Optional.of("7f3c"));

    /** Smithy, AWS restJson1, "Operation error serialization": how a client finds the shape name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ConflictException                                                     | ConflictException
                    conflictException                                                     | conflictException
                    com.amazonaws.gameliftstreams#ConflictException                       | ConflictException
                    com.amazonaws.gameliftstreams#ConflictException:http://internal/      | ConflictException
                    ConflictException:http://internal/#ThrottlingException                | ConflictException
                    ConflictException,ThrottlingException                                 | ConflictException
                    a#b#ConflictException                                                 | ConflictException
                    `ns# \t\r\n ConflictException \t\r\n : more`                          | ConflictException
                    `\tConflictException\r\n`                                            | ConflictException
                    `\n ns \t#ConflictException`                                         | ConflictException
                    aws.ec2/Instance-Id_$NotFound.1                                       | aws.ec2/Instance-Id_$NotFound.1
                    # Nothing usable is left.
                    ``                                                                    |
                    ` \t\r\n`                                                             |
                    ns#                                                                   |
                    :http://internal/                                                     |
                    `a# ,b`                                                               |
                    a b                                                                   |
                    See ticket #42                                                        |
                    `a b#ConflictException`                                               |
                    a#b c#ConflictException                                               |
                    ns#Conflict Exception                                                 |
                    not allowed: try POST                                                 |
                    """)
    void codesAreCleaned(String code, String cleaned) {
        ErrorDocument document = new ErrorDocument(Optional.of(code), Optional.empty(), Optional.empty());

        assertThat(document.code()).isEqualTo(Optional.ofNullable(cleaned));
        assertThat(DOCUMENT.withCode(code).code()).contains(cleaned == null ? "SlowDown" : cleaned);
    }

    /** Only the four white space bytes are stripped, and control characters could forge a line in a log. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X\n2026 INFO login ok\u001b[31m",
                "X\u0085",
                "\u2003X",
                "\u00A0X",
                "\u0000",
                "ns#\u007F",
                "\u00E9",
                "a(b)"
            })
    void aCodeThatIsNotUsableAfterCleaningIsIgnored(String code) {
        assertThat(new ErrorDocument(Optional.of(code), Optional.empty(), Optional.empty()).code())
                .isEmpty();
        assertThat(DOCUMENT.withCode(code)).isSameAs(DOCUMENT);
    }

    @Test
    void theLengthLimitAppliesToTheCleanedCode() {
        String longest = "x".repeat(256);

        assertThat(DOCUMENT.withCode("namespace# " + longest + ":http://internal/")
                        .code())
                .contains(longest);
        assertThat(DOCUMENT.withCode("x" + longest)).isSameAs(DOCUMENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    7f3c1a52-0d3b-4c6e-9f1e-2a7b8c9d0e1f | 7f3c1a52-0d3b-4c6e-9f1e-2a7b8c9d0e1f
                    `Root=1-5e1b;a="b"`                   | Root=1-5e1b;a="b"
                    !~                                    | !~
                    ` \t\r\n7f3c\n `                     | 7f3c
                    `7f3c , 8a4d`                         | 7f3c
                    ``                                    |
                    ` \t`                                 |
                    `,7f3c`                               |
                    7f 3c                                 |
                    `7f\n3c, 8a`                          |
                    7f3c\u007F                            |
                    \u00E97f3c                            |
                    7f\u202E3c                            |
                    7f\uD8003c                            |
                    """)
    void requestIdsAreCleaned(String requestId, String cleaned) {
        assertThat(new ErrorDocument(Optional.empty(), Optional.empty(), Optional.of(requestId)).requestId())
                .isEqualTo(Optional.ofNullable(cleaned));
    }

    @Test
    void aRequestIdHasAtMost256Characters() {
        String longest = "x".repeat(256);

        assertThat(new ErrorDocument(Optional.empty(), Optional.empty(), Optional.of(" " + longest + ",y")).requestId())
                .contains(longest);
        assertThat(new ErrorDocument(Optional.empty(), Optional.empty(), Optional.of("x" + longest)).requestId())
                .isEmpty();
    }

    @Test
    void withCodeKeepsTheRest() {
        assertThat(DOCUMENT.withCode("ns#ConflictException"))
                .isEqualTo(new ErrorDocument(
                        Optional.of("ConflictException"), Optional.of("Busy\n"), Optional.of("7f3c")));
    }

    @Test
    void toStringShowsTheCodeAlone() {
        assertThat(DOCUMENT).hasToString("ErrorDocument[code=SlowDown]");
        assertThat(new ErrorDocument(Optional.empty(), Optional.of("Busy"), Optional.of("7f3c")))
                .hasToString("ErrorDocument[code=(absent)]");
    }

    @Test
    void nullIsRejected() {
        Optional<String> none = Optional.empty();

        assertThatNullPointerException().isThrownBy(() -> new ErrorDocument(null, none, none));
        assertThatNullPointerException().isThrownBy(() -> new ErrorDocument(none, null, none));
        assertThatNullPointerException().isThrownBy(() -> new ErrorDocument(none, none, null));
        assertThatNullPointerException().isThrownBy(() -> DOCUMENT.withCode(null));
    }
}
