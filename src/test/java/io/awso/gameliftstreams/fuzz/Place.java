package io.awso.gameliftstreams.fuzz;

import io.awso.gameliftstreams.codec.ErrorDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A place of an error document, with its values in document order and the places in it: a tree. */
record Place(List<Value> values, List<Place> places) {
    static final int MAX_DEPTH = 16;

    private static final Pattern BLANK = Pattern.compile("[ \\t\\r\\n]*");
    private static final Pattern OUTER_WHITE_SPACE = Pattern.compile("^[ \\t\\r\\n]+|[ \\t\\r\\n]+$");
    private static final Pattern INNER_WHITE_SPACE = Pattern.compile("[^ \\t\\r\\n][ \\t\\r\\n]+[^ \\t\\r\\n]");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._$/-]{1,256}");
    private static final Pattern REQUEST_ID = Pattern.compile("[!-~]{1,256}");

    private static final List<String> OUTPUT_NAMES =
            List.of("CreateStreamSessionConnectionOutput", "CreateStreamSessionConnectionResponse");

    /** A value that is a string, a number or a boolean. */
    record Value(String name, String text, boolean isString) {}

    /** The names of one format. A name for sentences gives a message after all others. */
    record Names(List<String> codes, List<String> messages, Optional<String> sentences, List<String> requestIds) {}

    /** Returns this place and those in it, as they begin. */
    private Stream<Place> all() {
        return Stream.concat(Stream.of(this), places.stream().flatMap(Place::all));
    }

    /** Returns what the tree with this root says. */
    ErrorDocument errorDocument(Names names) {
        Optional<Place> source =
                all().filter(place -> place.code(names).isPresent()).findFirst();
        Optional<String> own = source.flatMap(place -> place.message(names));
        Optional<String> other = all().filter(place -> place.code(names).isEmpty())
                .flatMap(place -> place.message(names).stream())
                .findFirst();
        return new ErrorDocument(
                source.flatMap(place -> place.code(names)),
                own.or(() -> other),
                all().flatMap(place -> place.requestId(names).stream()).findFirst());
    }

    /** Returns whether any code name has a string that is not blank and names anything but the output. */
    boolean namesAnError(Names names) {
        return all().flatMap(place -> place.values.stream())
                .filter(value -> value.isString && names.codes.contains(value.name) && !isBlank(value.text))
                .anyMatch(
                        value -> !clean(value.text).map(OUTPUT_NAMES::contains).orElse(false));
    }

    private Optional<String> code(Names names) {
        return first(names.codes, value -> value.isString ? clean(value.text) : Optional.empty());
    }

    private Optional<String> message(Names names) {
        return message(names.messages, text -> !isBlank(text))
                .or(() -> first(
                        names.sentences.stream().toList(),
                        value -> Optional.of(value.text).filter(text -> value.isString && isSentence(text))))
                .or(() -> message(names.messages, Place::isBlank));
    }

    private Optional<String> message(List<String> messages, Predicate<String> counts) {
        return first(messages, value -> Optional.of(value.text).filter(counts));
    }

    private Optional<String> requestId(Names names) {
        return first(names.requestIds, value -> value.isString ? cleanRequestId(value.text) : Optional.empty());
    }

    /** Returns the last usable value of the first name that has one. */
    private Optional<String> first(List<String> names, Function<Value, Optional<String>> usable) {
        return names.stream()
                .flatMap(name -> values.stream()
                        .filter(value -> value.name.equals(name))
                        .flatMap(value -> usable.apply(value).stream())
                        .reduce((earlier, later) -> later)
                        .stream())
                .findFirst();
    }

    private static boolean isBlank(String text) {
        return BLANK.matcher(text).matches();
    }

    private static boolean isSentence(String text) {
        return INNER_WHITE_SPACE.matcher(text).find();
    }

    private static String trim(String text) {
        return OUTER_WHITE_SPACE.matcher(text).replaceAll("");
    }

    private static Optional<String> clean(String code) {
        String[] parts = code.split("[:,]", 2)[0].split("#(?=[^#]*$)", 2);
        return Optional.of(trim(parts[parts.length - 1]))
                .filter(last -> CODE.matcher(last).matches() && !isSentence(parts[0]));
    }

    private static Optional<String> cleanRequestId(String requestId) {
        return Optional.of(trim(requestId.split(",", 2)[0]))
                .filter(id -> REQUEST_ID.matcher(id).matches());
    }
}
