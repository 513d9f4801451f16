package io.awso.gameliftstreams.codec;

import org.jspecify.annotations.Nullable;

/**
 * Reads the members of an object, or the child elements of an element, one after the other. Codecs read every
 * shape through this interface; implement it to read shapes with a parser of your own.
 *
 * <p>A reader starts inside an object, before its first member. For each name that {@link #nextName} returns,
 * the codec calls {@link #readText} or {@link #skip}. It may call {@link #enter} first, and then calls one of the
 * other two only if {@code enter} returns false. After {@code enter} returns true, {@code nextName} goes
 * through the members of the entered object; when it returns null, the reader is back in the outer object,
 * after that member. A codec stops when {@code nextName} returns null for the object that it started in.
 *
 * <p>Make the parser strict: some accept more than JSON by default. Every method throws {@link #error} for malformed
 * input. That exception must not quote the input and must not have a cause, because a parser's own exception may quote
 * what it read. I/O errors of the source are not wrapped in it: throw them as {@link java.io.UncheckedIOException}, or
 * as the parser's own unchecked exception.
 */
public interface MemberReader {

    /** The kinds of values that {@link #readText} tells apart. */
    enum Kind {
        /** A string, or an element without elements in it. */
        STRING("a string"),
        /** A number. */
        NUMBER("a number"),
        /** True or false. */
        BOOLEAN("a boolean"),
        /** Null, or an element with {@code xsi:nil="true"}. */
        NULL("null"),
        /** An object. */
        OBJECT("an object"),
        /** An element with elements in it. */
        ELEMENT("an element with elements in it"),
        /** An array. */
        ARRAY("an array");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        /** Returns the kind in words, for an error message, such as {@code a string}. */
        @Override
        public String toString() {
            return description;
        }
    }

    /**
     * Moves to the next member and returns its name, without any namespace. Returns null at the end of the
     * object, and leaves the object.
     */
    @Nullable
    String nextName();

    /**
     * Reads the current member's value. Returns the text of a string, number or boolean. Skips anything else and
     * returns null. A number or boolean is returned as it is written in the input.
     */
    @Nullable
    String readText();

    /** {@return the kind of the value that the last {@link #readText} read} */
    Kind kind();

    /**
     * Enters the current member's value if it is an object or may hold elements. Returns false, without reading
     * anything, if it is not.
     */
    boolean enter();

    /** Skips the current member's value. */
    void skip();

    /**
     * Returns an exception whose message names the format, the problem (such as {@code SignalResponse is given twice}), and
     * where in the input it is (line and column, or offset), if the parser knows.
     */
    CodecException error(String problem);
}
