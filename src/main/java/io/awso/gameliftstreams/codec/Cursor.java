package io.awso.gameliftstreams.codec;

import org.jspecify.annotations.Nullable;

/** What stands in a document, child by child: the elements of XML, the members of JSON's objects. */
sealed interface Cursor permits JsonCursor, XmlCursor {

    /** The name of the element or member that the cursor is at, without its namespace. */
    String name();

    /** Moves to the start of the next child and gives true, or to the end of what the cursor is in. */
    boolean nextChild();

    /** Moves from the start of a child to its end. */
    void skipElement();

    /** The text of the child that the cursor is at the start of, up to its end; null if it is nil or null. */
    @Nullable
    String readText();

    /** A refusal of what stands where the cursor is. */
    CodecException refusal(String expected, String found);
}
