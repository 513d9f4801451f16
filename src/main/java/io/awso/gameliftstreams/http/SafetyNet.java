package io.awso.gameliftstreams.http;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.HexFormat;

/**
 * Keeps signal responses out of messages, which end up in logs. A safety net, not a promise. A member or a header is
 * dropped for a line of a session description that holds a credential. The text of a body is dropped for more.
 */
final class SafetyNet {
    /** The longest run of Base64 characters that is allowed. A signal response in Base64 has a longer one. */
    private static final int MAX_RUN = 199;

    private SafetyNet() {}

    /** Returns whether the message of a member or a header may be shown. */
    static boolean allowsMessage(String message) {
        return lacksCredential(message, "ice-pwd:", "ice-ufrag:");
    }

    /** Returns whether the text of a body, without white space before it, may be shown. */
    static boolean allowsText(String text) {
        return AsciiCase.indexOf(text, CreateStreamSessionConnectionOutput.SIGNAL_RESPONSE, 0) < 0
                && lacksCredential(text, "ice-pwd", "ice-ufrag")
                && lacksDescription(text)
                && lacksLongRun(text)
                && (text.startsWith("<") || lacksPercentEscape(text));
    }

    /** Looks at hyphens only, because every message that is not from the text of a body passes here. */
    private static boolean lacksCredential(String text, String password, String user) {
        for (int hyphen = text.indexOf('-'); hyphen >= 0; hyphen = text.indexOf('-', hyphen + 1)) {
            int start = hyphen - "ice".length();
            if (AsciiCase.isAt(text, start, password) || AsciiCase.isAt(text, start, user)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether there is no first line of a session description. {@code ?v=0.4} and {@code v=01} are not. */
    private static boolean lacksDescription(String text) {
        String version = "v=0";
        for (int at = AsciiCase.indexOf(text, version, 0); at >= 0; at = AsciiCase.indexOf(text, version, at + 1)) {
            int end = at + version.length();
            if (end == text.length() || text.charAt(end) != '.' && !isLetterOrDigit(text.charAt(end))) {
                return false;
            }
        }
        return true;
    }

    /** Does not count line ends, because MIME and PEM break Base64 into lines. */
    private static boolean lacksLongRun(String text) {
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\r' && c != '\n') {
                run = isLetterOrDigit(c) || "+/=_-".indexOf(c) >= 0 ? run + 1 : 0;
            }
            if (run > MAX_RUN) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static boolean lacksPercentEscape(String text) {
        for (int i = text.indexOf('%'); i >= 0 && i < text.length() - 2; i = text.indexOf('%', i + 1)) {
            if (HexFormat.isHexDigit(text.charAt(i + 1)) && HexFormat.isHexDigit(text.charAt(i + 2))) {
                return false;
            }
        }
        return true;
    }
}
