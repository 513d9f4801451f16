package io.awso.gameliftstreams.codec;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of objects in JSON. A strict reader throws if the payload is malformed, even in a skipped value.
 * A forgiving reader acts as if the payload ended there. See {@link JsonScanner}.
 */
final class JsonReader implements MemberReader {
    private final JsonScanner scanner;

    /** Whether the payload is empty, and so is read as an empty object. */
    private final boolean isEmpty;

    /** Whether nothing of the current object or array has been read yet. */
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
        if (isEmpty || !next(true)) {
            return null;
        }
        String name = scanner.readString();
        skipColon();
        valueOffset = scanner.offset();
        return scanner.hasFailed() ? null : name;
    }

    /**
     * Moves to the next name of an object or the next value of an array. Returns false if the object or array ends, or if
     * the scanner has failed.
     */
    private boolean next(boolean isObject) {
        boolean wasFirst = isFirst;
        isFirst = false;
        scanner.peekToken();
        if (scanner.take(isObject ? '}' : ']')) {
            return false;
        }
        if (!wasFirst && !scanner.take(',')) {
            scanner.fail(isObject ? "expected ',' or '}'" : "expected ',' or ']'");
        }
        if (scanner.peekToken() != '"' && isObject) {
            scanner.fail("expected a member name in quotes");
        }
        return !scanner.hasFailed();
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
        isFirst = scanner.take('{');
        return isFirst;
    }

    /** Skips without recursion: keeps one bit per open object or array. */
    @Override
    public void skip() {
        BitSet objects = new BitSet();
        int depth = 0;
        do {
            boolean isObject = scanner.take('{');
            if (isObject || scanner.take('[')) {
                objects.set(depth++, isObject);
                isFirst = true;
            } else {
                scanner.skipScalar();
            }
            while (depth > 0 && !next(objects.get(depth - 1))) {
                depth--;
            }
            if (depth > 0 && objects.get(depth - 1)) {
                scanner.skipScalar();
                skipColon();
            }
        } while (depth > 0);
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
