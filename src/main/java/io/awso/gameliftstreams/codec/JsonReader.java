package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput.SIGNAL_RESPONSE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of objects in JSON. A strict reader throws if the payload is malformed, even in a skipped value.
 * A forgiving reader acts as if the payload ended there. See {@link JsonScanner}.
 */
final class JsonReader implements MemberReader {
    /** The name of the signal response in JSON. It is compared in place, without creating a string. */
    private static final byte[] QUOTED_SIGNAL_RESPONSE = ('"' + SIGNAL_RESPONSE + '"').getBytes(ISO_8859_1);

    private final JsonScanner scanner;

    /** Whether the payload is empty, and so is read as an empty object. */
    private final boolean isEmpty;

    /** Whether the current object has had no member yet. */
    private boolean isFirst = true;

    private int valueOffset;
    private Kind kind = Kind.NULL;

    /** Creates a reader inside the payload's object. */
    JsonReader(byte[] payload, boolean strict) {
        scanner = new JsonScanner(payload, strict, Words.pays(payload.length));
        isEmpty = scanner.peekToken() == JsonScanner.END;
        if (!isEmpty && !scanner.take('{')) {
            scanner.fail("expected an object");
        }
    }

    @Override
    public @Nullable String nextName() {
        scanner.peekToken();
        boolean wasFirst = isFirst;
        isFirst = false;
        if (isEmpty || scanner.take('}')) {
            return null;
        }
        if (!wasFirst) {
            skipComma(true);
        }
        if (scanner.peek() != '"') {
            scanner.fail("expected a member name in quotes");
            return null;
        }
        String name = scanner.take(QUOTED_SIGNAL_RESPONSE) ? SIGNAL_RESPONSE : scanner.readString();
        skipColon();
        valueOffset = scanner.offset();
        return scanner.hasFailed() ? null : name;
    }

    private void skipColon() {
        scanner.peekToken();
        if (!scanner.take(':')) {
            scanner.fail("expected ':'");
        }
        scanner.peekToken();
    }

    @Override
    public @Nullable String readText() {
        kind = switch (scanner.peek()) {
            case '"' -> Kind.STRING;
            case '{' -> Kind.OBJECT;
            case '[' -> Kind.ARRAY;
            case 'n' -> Kind.NULL;
            case 't', 'f' -> Kind.BOOLEAN;
            default -> Kind.NUMBER;
        };
        if (kind == Kind.STRING) {
            return scanner.readString();
        }
        if (kind == Kind.NUMBER || kind == Kind.BOOLEAN) {
            return scanner.readScalar();
        }
        skip();
        return null;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean enter() {
        boolean isObject = scanner.take('{');
        isFirst |= isObject;
        return isObject;
    }

    /** Skips without recursion: keeps one bit per open object or array. */
    @Override
    public void skip() {
        BitSet objects = new BitSet();
        int depth = 0;
        do {
            boolean isObject = scanner.take('{');
            if (isObject || scanner.take('[')) {
                scanner.peekToken();
                if (!scanner.take(isObject ? '}' : ']')) {
                    objects.set(depth++, isObject);
                    if (isObject) {
                        skipName();
                    }
                    continue;
                }
            } else {
                scanner.skipScalar();
            }
            while (depth > 0 && closes(objects.get(depth - 1))) {
                depth--;
            }
            if (depth > 0) {
                skipComma(objects.get(depth - 1));
                if (objects.get(depth - 1)) {
                    skipName();
                }
            }
        } while (depth > 0 && !scanner.hasFailed());
    }

    private boolean closes(boolean isObject) {
        scanner.peekToken();
        return scanner.take(isObject ? '}' : ']');
    }

    private void skipComma(boolean isObject) {
        if (!scanner.take(',')) {
            scanner.fail(isObject ? "expected ',' or '}'" : "expected ',' or ']'");
        }
        scanner.peekToken();
    }

    private void skipName() {
        if (scanner.peek() != '"') {
            scanner.fail("expected a member name in quotes");
        }
        scanner.skipScalar();
        skipColon();
    }

    /** Checks that nothing but white space follows the payload's object. */
    void requireEnd() {
        if (scanner.peekToken() != JsonScanner.END) {
            scanner.fail("expected nothing after the object");
        }
    }

    @Override
    public CodecException error(String problem) {
        return scanner.error(problem, valueOffset);
    }
}
