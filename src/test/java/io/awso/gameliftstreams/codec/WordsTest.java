package io.awso.gameliftstreams.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what the codecs' tests cannot see: a byte that is found needlessly only makes the codecs slower. */
final class WordsTest {
    private static final int LONGEST = 3 * Long.BYTES;

    /** Some of the plain bytes are one bit or one step away from bytes that need attention. */
    @ParameterizedTest
    @ValueSource(ints = {'A', ' ', '#', ']', 0x7F})
    void everyByteIsClassifiedWhereverItIs(int plain) {
        for (int b = 0; b < 256; b++) {
            boolean isSpecial = b == '"' || b == '\\';
            boolean isOther = b < ' ' || b == '?' || b > 0x7F;
            boolean needsAttention = isSpecial || isOther && b != '?';
            for (int length = 1; length <= LONGEST; length++) {
                int searched = length / Long.BYTES * Long.BYTES;
                for (int at = 0; at < length; at++) {
                    byte[] text = new byte[length];
                    Arrays.fill(text, (byte) plain);
                    text[at] = (byte) b;

                    assertThat(Words.find(text, 0)).isEqualTo(needsAttention ? Math.min(at, searched) : searched);
                    assertThat(Words.count(text)).isEqualTo(isOther ? -1 : isSpecial ? 1 : 0);
                }
            }
        }
    }
}
