package io.awso.gameliftstreams.fuzz;

import io.awso.gameliftstreams.codec.ErrorDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A place of an error document, with its values in document order and the places in it: a tree. */
record Place(List<Value> values, List<Place> places) {
    static final int MAX_DEPTH = 16;

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
                        value -> Optional.of(value.text)
                                .filter(text -> value.isString && text.strip().matches("(?s).*\\S[ \t\r\n]+\\S.*"))))
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

    static boolean isBlank(String text) {
        return text.matches("[ \t\r\n]*");
    }

    private static String trim(String text) {
        return text.replaceAll("^[ \t\r\n]+|[ \t\r\n]+$", "");
    }

    static Optional<String> clean(String code) {
        String[] parts = code.split("[:,]", 2)[0].split("#(?=[^#]*$)", 2);
        boolean isSentence = Stream.of(parts).map(Place::trim).anyMatch(part -> part.matches("(?s).*[ \t\r\n].*"));
        String last = trim(parts[parts.length - 1]);
        return Optional.of(last).filter(usable -> !isSentence && usable.matches("[A-Za-z0-9._$/-]{1,256}"));
    }

    static Optional<String> cleanRequestId(String requestId) {
        return Optional.of(trim(requestId.split(",", 2)[0])).filter(id -> id.matches("[!-~]{1,256}"));
    }
}
