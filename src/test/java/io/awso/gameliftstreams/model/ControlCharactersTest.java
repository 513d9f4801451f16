package io.awso.gameliftstreams.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ControlCharactersTest {
    @Test
    void everyControlCharacterIsWrittenAsAnEscape() {
        assertThat(ControlCharacters.escape("a\nb\rc\td")).isEqualTo("a\\nb\\rc\\td");
        assertThat(ControlCharacters.escape("\u0000\b\u001B\u007F\u0080\u009F"))
                .isEqualTo("\\u0000\\u0008\\u001b\\u007f\\u0080\\u009f");
        assertThat(IntStream.rangeClosed(0, Character.MAX_VALUE)
                        .filter(c -> !ControlCharacters.escape("" + (char) c).equals("" + (char) c)))
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 0x9F)
                        .filter(Character::isISOControl)
                        .boxed()
                        .toList());
    }

    @Test
    void otherTextIsUnchanged() {
        String text = "v=0 \\n \\u001b é世\uD83C\uDFAE\uD800\u2028\u00A0";

        assertThat(ControlCharacters.escape(text)).isSameAs(text);
        assertThat(ControlCharacters.escape("")).isEmpty();
        assertThat(ControlCharacters.escape("\uD83C\uDFAE\n\uD83C\uDFAE")).isEqualTo("\uD83C\uDFAE\\n\uD83C\uDFAE");
    }

    @Test
    void nullIsRejected() {
        assertThatNullPointerException().isThrownBy(() -> ControlCharacters.escape(null));
    }
}
