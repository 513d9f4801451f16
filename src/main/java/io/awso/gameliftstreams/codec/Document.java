package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput.SIGNAL_RESPONSE;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The members of a document that matter to an output or an error, read in one pass. The same loop reads both in every
 * format. The {@link MemberReader} decides whether the format's syntax is read strictly.
 *
 * <p>One rule says what a document tells about an error. Its places are the root and the objects in it that have one of
 * the format's place names and whose parents are places, too. They count in the order in which they begin, so a place
 * comes before those inside it. The code is that of the first place that has a usable one. The message is that of the
 * same place, or else of the first place that has a message and no usable code. The request id is that of the first
 * place that has a usable one.
 */
final class Document {
    /** The wrapper that awsQuery puts around the members of an output. */
    static final String RESULT = "CreateStreamSessionConnectionResult";

    /** The wrapper that awsQuery puts around {@link #RESULT}. */
    static final String RESPONSE = "CreateStreamSessionConnectionResponse";

    static final String OUTPUT = "CreateStreamSessionConnectionOutput";

    /** The depth of the deepest places; the root has depth 0. */
    private static final int MAX_DEPTH = 16;

    private final MemberReader reader;

    // The first place with a usable code, the first one that ended with a message and no usable code, and the first one
    // with a usable request id. A list of all places would cost many times what the payload does.
    private @Nullable Place codePlace;
    private @Nullable Place messagePlace;
    private @Nullable Place requestIdPlace;

    /** The code to use if no place has one; null if there is none. */
    private @Nullable String fallbackCode;

    /** Whether a code name has a string that is neither blank nor the output's own name. */
    private boolean namesAnError;

    private boolean given;
    private @Nullable String signalResponse;

    /**
     * The names that describe an error in one format. In each list, an earlier name takes precedence over a later one. A
     * name of both a code and a message gives a message only if its value is a sentence.
     */
    record Names(List<String> places, List<String> codes, List<String> messages, List<String> requestIds) {}

    /** A place, and the values in it that count so far. A value's rank is the index of its name. */
    private static final class Place {
        private final @Nullable Place outer;
        private final int order;
        private final boolean holdsOutput;

        private @Nullable String code;
        private @Nullable String message;
        private @Nullable String requestId;
        private int codeRank = Integer.MAX_VALUE;
        private int messageRank = Integer.MAX_VALUE;
        private int requestIdRank = Integer.MAX_VALUE;

        Place(@Nullable Place outer, int order, boolean holdsOutput) {
            this.outer = outer;
            this.order = order;
            this.holdsOutput = holdsOutput;
        }

        static Place first(@Nullable Place a, Place b) {
            return a == null || b.order < a.order ? b : a;
        }
    }

    private Document(MemberReader reader, Names names, boolean isOutput) {
        this.reader = reader;
        int places = 0;
        int depth = 0;
        Place place = new Place(null, places, isOutput);
        while (place != null) {
            String name = reader.nextName();
            if (name == null) {
                if (place.code == null && place.message != null) {
                    messagePlace = Place.first(messagePlace, place);
                }
                place = place.outer;
                depth--;
            } else if (place.holdsOutput && name.equals(SIGNAL_RESPONSE)) {
                readSignalResponse();
            } else if (depth < MAX_DEPTH && names.places.contains(name) && reader.enter()) {
                depth++;
                place = new Place(place, ++places, isOutput && depth == 1 && name.equals(RESULT));
            } else {
                readMember(name, place, names);
            }
        }
    }

    /** Reads a document that should be an output. Throws if its signal response has a wrong type or is given twice. */
    static Document readOutput(MemberReader reader, Names names) {
        return new Document(reader, names, true);
    }

    /** Reads a document that should be an error: only the members that describe the error are used. */
    static Document readError(MemberReader reader, Names names) {
        return new Document(reader, names, false);
    }

    private void readSignalResponse() {
        String text = reader.readText();
        MemberReader.Kind kind = reader.kind();
        if (kind != MemberReader.Kind.STRING && kind != MemberReader.Kind.NULL) {
            throw reader.error(SIGNAL_RESPONSE + " is " + kind + ", expected a string or null,");
        }
        if (given) {
            throw reader.error(SIGNAL_RESPONSE + " is given twice");
        }
        given = true;
        signalResponse = text;
    }

    private void readMember(String name, Place place, Names names) {
        int codeRank = names.codes.indexOf(name);
        int messageRank = names.messages.indexOf(name);
        int requestIdRank = names.requestIds.indexOf(name);
        if (codeRank < 0 && messageRank < 0 && requestIdRank < 0) {
            reader.skip();
            return;
        }
        String text = reader.readText();
        if (text == null) {
            return;
        }
        boolean isString = reader.kind() == MemberReader.Kind.STRING;
        boolean isBlank = ErrorDocument.strip(text).isEmpty();
        if (codeRank >= 0 && isString && !isBlank) {
            String code = ErrorDocument.cleanCode(text);
            namesAnError |= code == null || !code.equals(OUTPUT) && !code.equals(RESPONSE);
            if (code != null && codeRank <= place.codeRank) {
                place.code = code;
                place.codeRank = codeRank;
                codePlace = Place.first(codePlace, place);
            }
        }
        if (messageRank >= 0 && (codeRank < 0 || isString && ErrorDocument.isSentence(text))) {
            // A blank message counts only if the place has no other, so it ranks after all names.
            int rank = isBlank ? messageRank + names.messages.size() : messageRank;
            if (rank <= place.messageRank) {
                place.message = text;
                place.messageRank = rank;
            }
        }
        String requestId = requestIdRank < 0 || !isString ? null : ErrorDocument.cleanRequestId(text);
        if (requestId != null && requestIdRank <= place.requestIdRank) {
            place.requestId = requestId;
            place.requestIdRank = requestIdRank;
            requestIdPlace = Place.first(requestIdPlace, place);
        }
    }

    /** Makes the root's name the code to use if no place has one: AWS's front end writes the code there. */
    Document withRoot(@Nullable String name) {
        if (name != null && name.endsWith("Exception")) {
            fallbackCode = ErrorDocument.cleanCode(name);
        }
        return this;
    }

    /** Returns the document as an output. Throws if it is an error: an error is never read as an empty success. */
    CreateStreamSessionConnectionOutput toOutput() {
        if (signalResponse == null && (namesAnError || codePlace == null && fallbackCode != null)) {
            throw reader.error("expected an output, found an error document");
        }
        return new CreateStreamSessionConnectionOutput(Optional.ofNullable(signalResponse));
    }

    /** Returns the document as an error. A usable known code takes precedence. Throws if there is no usable code. */
    CreateStreamSessionConnectionError toError(String knownCode) {
        String known = ErrorDocument.cleanCode(knownCode);
        String code = known == null ? code() : known;
        if (code == null) {
            throw reader.error("no usable error code");
        }
        return CreateStreamSessionConnectionError.of(code, message());
    }

    ErrorDocument toErrorDocument() {
        String requestId = requestIdPlace == null ? null : requestIdPlace.requestId;
        return new ErrorDocument(
                Optional.ofNullable(code()), Optional.ofNullable(message()), Optional.ofNullable(requestId));
    }

    private @Nullable String code() {
        return codePlace == null ? fallbackCode : codePlace.code;
    }

    private @Nullable String message() {
        Place place = codePlace == null || codePlace.message == null ? messagePlace : codePlace;
        return place == null ? null : place.message;
    }
}
