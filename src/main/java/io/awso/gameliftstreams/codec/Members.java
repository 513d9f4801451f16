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

    /**
     * Takes the members among the children of what a cursor is in, up to its end; others are skipped.
     *
     * @param direct whether they may be its own children
     * @param wrapper the child whose children they may be, if there may be one
     */
    default void readFrom(Cursor cursor, boolean direct, @Nullable String wrapper) {
        while (cursor.nextChild()) {
            String name = cursor.name();
            int member = direct ? indexOf(name) : -1;
            if (name.equals(wrapper)) {
                readFrom(cursor, true, null);
            } else if (member < 0) {
                cursor.skipElement();
            } else if (!put(member, cursor.readText())) {
                throw cursor.refusal(name + " once", "it again");
            }
        }
    }
}
