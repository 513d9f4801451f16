package io.awso.gameliftstreams.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ControlCharactersTest {
    /** Control and format characters, line and paragraph separators, and lone surrogates. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    @Test
    void charactersThatForgeOrHideTextAreWrittenAsEscapes() {
        assertThat(ControlCharacters.escape("a\nb\rc\td")).isEqualTo("a\\nb\\rc\\td");
        assertThat(ControlCharacters.escape("\u0000\b\u001B\u007F\u0080\u009F"))
                .isEqualTo("\\u0000\\u0008\\u001b\\u007f\\u0080\\u009f");
        assertThat(ControlCharacters.escape("\u00AD\u2028\u2029\u202Egnp.exe\u200B\uFEFF"))
                .isEqualTo("\\u00ad\\u2028\\u2029\\u202egnp.exe\\u200b\\ufeff");
        assertThat(ControlCharacters.escape("a" + Character.toString(0xE0041) + "b"))
                .isEqualTo("a\\udb40\\udc41b");
    }

    @Test
    void loneSurrogatesAreEscapedAndPairsAreNot() {
        assertThat(ControlCharacters.escape("\uD83C\uDFAE\n\uD83C\uDFAE")).isEqualTo("\uD83C\uDFAE\\n\uD83C\uDFAE");
        assertThat(ControlCharacters.escape("\uD83C\uD83C\uDFAE\uDFAE")).isEqualTo("\\ud83c\uD83C\uDFAE\\udfae");
        assertThat(ControlCharacters.escape("\uDFAE\uD83C")).isEqualTo("\\udfae\\ud83c");
        assertThat(ControlCharacters.escape("\uD83Ca\uDFAE")).isEqualTo("\\ud83ca\\udfae");
    }

    @Test
    void everyCodePointIsSafeOrEscaped() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String text = Character.toString(codePoint);
            String escaped = ControlCharacters.escape(text);
            boolean isUnsafe = UNSAFE.matcher(text).matches();
            if (isUnsafe ? !escaped.matches("(\\\\([nrt]|u[0-9a-f]{4}))+") : !escaped.equals(text)) {
                throw new AssertionError("U+%04X becomes %s".formatted(codePoint, escaped));
            }
        }
    }

    @Test
    void nullIsRejected() {
        assertThatNullPointerException().isThrownBy(() -> ControlCharacters.escape(null));
    }
}
