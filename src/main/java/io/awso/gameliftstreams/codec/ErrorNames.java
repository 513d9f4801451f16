package io.awso.gameliftstreams.codec;

import java.util.ArrayList;
import java.util.List;

/**
 * The names of the members that describe an error in one kind of object. An earlier name takes precedence over a
 * later one for the same thing.
 *
 * @param names the names for the code, then those for the message, then those for the request id
 * @param codes how many of the names are for the code
 * @param messages how many are for the message
 * @param objects the names of the members that may be objects with a code or a message of their own
 * @param nested the names in each of these objects; empty if they are the same as here, at any depth
 * @param messageObjects how many of these objects may hold the message even if the code is elsewhere
 */
record ErrorNames(
        List<String> names,
        int codes,
        int messages,
        List<String> objects,
        List<ErrorNames> nested,
        int messageObjects) {

    /** Returns names for objects that contain no other objects. */
    static ErrorNames of(List<String> codes, List<String> messages, List<String> requestIds) {
        List<String> names = new ArrayList<>(codes);
        names.addAll(messages);
        names.addAll(requestIds);
        return new ErrorNames(names, codes.size(), messages.size(), List.of(), List.of(), 0);
    }

    ErrorNames withObjects(List<String> objects, List<ErrorNames> nested, int messageObjects) {
        return new ErrorNames(names, codes, messages, objects, nested, messageObjects);
    }

    /** Returns the names in the object with the given index. */
    ErrorNames in(int object) {
        return isRecursive() ? this : nested.get(object);
    }

    /** Returns whether objects may be at any depth, and rank in document order instead of the order of {@link #objects}. */
    boolean isRecursive() {
        return nested.isEmpty();
    }
}
