package io.awso.gameliftstreams.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each format's escapes, byte by byte, without the tables that are made of them once a JVM. */
final class FormatTest {

    /** RFC 3986, section 2.3: the unreserved characters. */
    @Test
    void queryEscapesAllButTheUnreservedCharacters() {
        String unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

        for (int b = 0; b < 256; b++) {
            assertThat(Format.QUERY.escape(b)).isEqualTo(unreserved.indexOf(b) >= 0 ? null : "%%%02X".formatted(b));
        }
    }

    /** XML 1.0, sections 2.4 and 2.11. */
    @Test
    void xmlEscapesWhatMarkupCouldBeAndCarriageReturns() {
        Map<Integer, String> escaped =
                Map.of((int) '&', "&amp;", (int) '<', "&lt;", (int) '>', "&gt;", (int) '\r', "&#xd;");

        for (int b = 0; b < 256; b++) {
            assertThat(Format.XML.escape(b)).isEqualTo(escaped.get(b));
        }
    }

    /** RFC 8259, section 7: quotation mark, reverse solidus and the control characters. */
    @Test
    void jsonEscapesQuotationMarksReverseSolidiAndControlCharacters() {
        Map<Integer, String> named = Map.of(
                (int) '"', "\\\"",
                (int) '\\', "\\\\",
                (int) '\b', "\\b",
                (int) '\f', "\\f",
                (int) '\n', "\\n",
                (int) '\r', "\\r",
                (int) '\t', "\\t");

        for (int b = 0; b < 256; b++) {
            assertThat(Format.JSON.escape(b))
                    .isEqualTo(named.getOrDefault(b, b < 0x20 ? "\\u%04X".formatted(b) : null));
        }
    }
}
