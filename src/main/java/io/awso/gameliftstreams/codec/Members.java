package io.awso.gameliftstreams.codec;

import org.jspecify.annotations.Nullable;

/** The members of one shape, gathered from a payload in the order in which it has them. */
sealed interface Members permits OutputMembers, ErrorMembers {

    /** The index of the member of this wire name; negative if the shape has none. */
    int indexOf(String name);

    /**
     * Takes the value of the member at an index; null is absent.
     *
     * @return false if the shape refuses it, because the member was given before
     */
    boolean put(int index, @Nullable String value);
}
