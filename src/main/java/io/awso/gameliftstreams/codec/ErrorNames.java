package io.awso.gameliftstreams.codec;

import java.util.ArrayList;
import java.util.List;

/**
 * The names of the members that describe an error in one kind of object. An earlier name takes precedence over a
 * later one for the same thing.
 *
 * @param names the names for the code, then those for the message, those for the request id, and those of objects
 * @param codes how many of the names are for the code
 * @param messages how many are for the message
 * @param values how many are for the code, the message or the request id
 * @param ranks for each name, its rank among the names of objects that may have a code or a message of their own; -1 if
 *     it is not one of them
 * @param nested the names in the object of each rank; empty if they are the same as here, at any depth
 * @param messageObjects how many of these objects may hold the message even if the code is elsewhere
 */
record ErrorNames(
        List<String> names,
        int codes,
        int messages,
        int values,
        List<Integer> ranks,
        List<ErrorNames> nested,
        int messageObjects) {

    /** Returns names for objects that contain no other objects. */
    static ErrorNames of(List<String> codes, List<String> messages, List<String> requestIds) {
        List<String> names = new ArrayList<>(codes);
        names.addAll(messages);
        names.addAll(requestIds);
        return new ErrorNames(
                names, codes.size(), messages.size(), names.size(), ranksOf(names, List.of()), List.of(), 0);
    }

    /** Returns these names and those of objects, which are given in the order of their rank. */
    ErrorNames withObjects(List<String> objects, List<ErrorNames> nested, int messageObjects) {
        List<String> all = new ArrayList<>(names);
        all.addAll(objects);
        return new ErrorNames(all, codes, messages, values, ranksOf(all, objects), nested, messageObjects);
    }

    private static List<Integer> ranksOf(List<String> names, List<String> objects) {
        List<Integer> ranks = new ArrayList<>();
        for (String name : names) {
            ranks.add(objects.indexOf(name));
        }
        return ranks;
    }

    /** Returns the names in the object of a rank. */
    ErrorNames in(int rank) {
        return isRecursive() ? this : nested.get(rank);
    }

    /** Returns whether the objects may be at any depth. If so, they rank in document order. */
    boolean isRecursive() {
        return nested.isEmpty();
    }
}
