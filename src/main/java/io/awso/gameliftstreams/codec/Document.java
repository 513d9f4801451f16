package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput.SIGNAL_RESPONSE;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The members of a document that matter to an output or an error, read in one pass. The same loop reads outputs and
 * errors in every format. The {@link MemberReader} decides whether the format's syntax is read strictly.
 */
final class Document {
    /** The wrapper that awsQuery puts around the members of an output. */
    static final String RESULT = "CreateStreamSessionConnectionResult";

    /** The wrapper that awsQuery puts around {@link #RESULT}. */
    static final String RESPONSE = "CreateStreamSessionConnectionResponse";

    static final String OUTPUT = "CreateStreamSessionConnectionOutput";

    private final MemberReader reader;
    private final boolean isOutput;
    private final ErrorNames names;

    /** The error members of the root itself; null if it has none. */
    private @Nullable ErrorMembers root;

    /** The objects below the root, in order of precedence; an object without error members is null. */
    private @Nullable SortedMap<Integer, @Nullable ErrorMembers> nested;

    /** The code to use if no member has one; null if there is none. */
    private @Nullable String fallbackCode;

    private boolean given;
    private @Nullable String signalResponse;

    private Document(MemberReader reader, ErrorNames names, boolean isOutput) {
        this.reader = reader;
        this.names = names;
        this.isOutput = isOutput;
    }

    /** Reads a document that should be an output. Throws if its signal response has a wrong type or is given twice. */
    static Document readOutput(MemberReader reader, ErrorNames names) {
        Document document = new Document(reader, names, true);
        document.root = document.read(names, 0, true);
        return document;
    }

    /** Reads a document that should be an error: only the members that describe the error are used. */
    static Document readError(MemberReader reader, ErrorNames names) {
        Document document = new Document(reader, names, false);
        document.root = document.read(names, 0, false);
        return document;
    }

    /** Reads the rest of an object and returns its error members, or null if it has none. */
    private @Nullable ErrorMembers read(ErrorNames names, int depth, boolean holdsOutput) {
        if (depth > XmlReader.MAX_DEPTH) {
            throw reader.error("nested too deeply (limit " + XmlReader.MAX_DEPTH + ")");
        }
        ErrorMembers members = null;
        for (String name = reader.nextName(); name != null; name = reader.nextName()) {
            int i = names.names().indexOf(name);
            int rank = i < 0 ? -1 : names.ranks().get(i);
            if (holdsOutput && name.equals(SIGNAL_RESPONSE)) {
                readSignalResponse();
            } else if (rank >= 0 && reader.enter()) {
                readNested(names, rank, depth + 1, isOutput && depth == 0 && name.equals(RESULT));
            } else if (i >= 0 && i < names.values()) {
                members = members == null ? new ErrorMembers(names) : members;
                members.read(i, reader);
            } else {
                reader.skip();
            }
        }
        return members;
    }

    private void readNested(ErrorNames outer, int rank, int depth, boolean holdsOutput) {
        if (nested == null) {
            nested = new TreeMap<>();
        }
        // Reserves the place before reading, because in XML the elements inside this one rank after it.
        int place = outer.isRecursive() ? nested.size() : rank;
        nested.put(place, null);
        nested.put(place, read(outer.in(rank), depth, holdsOutput));
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

    /** Sets the code to use if no member has one. */
    void setFallbackCode(String code) {
        fallbackCode = ErrorDocument.cleanCode(code);
    }

    /**
     * Returns the document as an output.
     *
     * @throws CodecException if it is an error: an error is never read as an empty success
     */
    CreateStreamSessionConnectionOutput toOutput() {
        if (signalResponse == null) {
            String code = code();
            if (code != null && !code.equals(OUTPUT) && !code.equals(RESPONSE)) {
                throw reader.error("expected an output, found an error document");
            }
        }
        return new CreateStreamSessionConnectionOutput(Optional.ofNullable(signalResponse));
    }

    /**
     * Returns the document as an error.
     *
     * @param knownCode a code that takes precedence, if it is usable when cleaned
     * @throws CodecException if there is no usable code
     */
    CreateStreamSessionConnectionError toError(String knownCode) {
        String known = ErrorDocument.cleanCode(knownCode);
        String code = known == null ? code() : known;
        if (code == null) {
            throw reader.error("no usable error code");
        }
        return CreateStreamSessionConnectionError.of(code, message());
    }

    ErrorDocument toErrorDocument() {
        return new ErrorDocument(
                Optional.ofNullable(code()), Optional.ofNullable(message()), Optional.ofNullable(requestId()));
    }

    private @Nullable String code() {
        ErrorMembers source = codeSource();
        return source == null ? fallbackCode : source.code();
    }

    /** Returns the object that has the code, or null if none has one. */
    private @Nullable ErrorMembers codeSource() {
        if (root != null && root.code() != null) {
            return root;
        }
        if (nested != null) {
            for (ErrorMembers members : nested.values()) {
                if (members != null && members.code() != null) {
                    return members;
                }
            }
        }
        return null;
    }

    /** Returns the message next to the code, else the root's, else the first one below the root. */
    private @Nullable String message() {
        ErrorMembers source = codeSource();
        if (source != null && source.message() != null) {
            return source.message();
        }
        if (root != null && root.message() != null) {
            return root.message();
        }
        if (nested != null) {
            // In XML, the message of an element other than the code's would describe another error.
            int elements = source == null ? nested.size() : 0;
            int end = names.isRecursive() ? elements : names.messageObjects();
            for (ErrorMembers members : nested.headMap(end).values()) {
                if (members != null && members.message() != null) {
                    return members.message();
                }
            }
        }
        return null;
    }

    private @Nullable String requestId() {
        if (root != null && root.requestId() != null) {
            return root.requestId();
        }
        if (nested != null) {
            for (ErrorMembers members : nested.values()) {
                if (members != null && members.requestId() != null) {
                    return members.requestId();
                }
            }
        }
        return null;
    }
}
