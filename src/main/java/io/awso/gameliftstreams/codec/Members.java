package io.awso.gameliftstreams.codec;

import org.jspecify.annotations.Nullable;

/** The members of one shape, gathered from a payload in the order in which it has them. */
sealed interface Members permits OutputMembers, ErrorMembers {

    /** Whether the shape has a member of this wire name. */
    boolean has(String name);

    /**
     * Takes the value of a member that the shape has; null is absent.
     *
     * @return false if the shape refuses it, because the member was given before
     */
    boolean put(String name, @Nullable String value);
}
