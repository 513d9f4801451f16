package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.codec.Format.JSON;
import static io.awso.gameliftstreams.codec.Format.XML;

import java.io.CharConversionException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/** Members in the tokens of a Jackson parser, which may be the caller's, and may be one of XML. */
final class JsonCursor implements Cursor, AutoCloseable {

    /** Limits only what would cost memory beyond the payload's own: stacks, and the names it keeps. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(500)
                    .maxNameLength(10_000)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Format format;
    private final JsonParser parser;

    /** Whether the parser is at the next child's name or at the end already, and not before it. */
    private boolean ahead;

    /** The first token of the value that the cursor is at the start of; null where it is at none. */
    private @Nullable JsonToken value;

    private String name = "";

    private JsonCursor(Format format, JsonParser parser) {
        this.format = format;
        this.parser = parser;
    }

    /**
     * In the object of a payload that is UTF-8 for sure: left to itself, the parser would read UTF-16
     * and UTF-32 too. An empty payload is as an empty object.
     */
    static JsonCursor atRoot(byte[] payload) {
        JSON.requireUtf8(payload);
        for (int i = 0; i < Math.min(payload.length, 4); i++) {
            if (payload[i] == 0) {
                throw JSON.refusal("JSON in UTF-8", "a NUL byte", "at offset " + i);
            }
        }
        return atRoot(FACTORY.createParser(ObjectReadContext.empty(), payload));
    }

    /** In the object that a tree is; a missing node is as an empty object. */
    static JsonCursor atRoot(JsonNode tree) {
        return atRoot(tree.traverse(ObjectReadContext.empty()));
    }

    private static JsonCursor atRoot(JsonParser parser) {
        JsonCursor cursor = new JsonCursor(JSON, parser);
        JsonToken token = cursor.next();
        if (token == null || token == JsonToken.NOT_AVAILABLE) {
            cursor.ahead = true;
        } else {
            cursor.enter(token);
        }
        return cursor;
    }

    /** In the object that the caller's parser is at; a type id may have been taken from its beginning. */
    static JsonCursor at(Format format, JsonParser parser) {
        JsonCursor cursor = new JsonCursor(format, parser);
        JsonToken token = parser.currentToken();
        cursor.ahead = token == JsonToken.PROPERTY_NAME || token == JsonToken.END_OBJECT;
        if (!cursor.ahead) {
            cursor.enter(token);
        }
        return cursor;
    }

    /** To Jackson, an element of XML without children is its text, and no object. */
    private void enter(@Nullable JsonToken token) {
        boolean empty = format == XML
                && token == JsonToken.VALUE_STRING
                && parser.getString().isBlank();
        if (token != JsonToken.START_OBJECT && !empty) {
            throw refusal("an object", kind(token));
        }
        value = token;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean nextChild() {
        if (value != null && value != JsonToken.START_OBJECT) {
            skipElement();
            return false;
        }
        value = null;
        try {
            String next = ahead ? nameAhead() : parser.nextName();
            if (next == null) {
                return false;
            }
            name = next;
            value = parser.nextToken();
            return true;
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    private @Nullable String nameAhead() {
        ahead = false;
        return parser.currentToken() == JsonToken.PROPERTY_NAME ? parser.currentName() : null;
    }

    @Override
    public void skipElement() {
        value = null;
        try {
            parser.skipChildren();
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    @Override
    public @Nullable String readText() {
        if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NULL) {
            throw refusal("a string or null as " + name, kind(value));
        }
        return readTextIfAny();
    }

    /** The string that the cursor is at the start of; null if it is at another value. */
    @Nullable
    String readTextIfAny() {
        if (value != JsonToken.VALUE_STRING) {
            skipElement();
            return null;
        }
        value = null;
        try {
            return parser.getString();
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** Behind the object there may be white space. */
    void requireEnd() {
        if (next() != null) {
            throw refusal("nothing after the object", "more JSON");
        }
    }

    private @Nullable JsonToken next() {
        try {
            return parser.nextToken();
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    @Override
    public CodecException refusal(String expected, String found) {
        return format.refusal(expected, found, where(parser.currentTokenLocation()));
    }

    private static String kind(@Nullable JsonToken token) {
        return switch (token == null ? JsonToken.NOT_AVAILABLE : token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> "no JSON value";
        };
    }

    /** The refusal of what the parser fails on; the failure of a source is none. */
    private CodecException unreadable(RuntimeException e) {
        if (e.getCause() instanceof IOException source && !(source instanceof CharConversionException)) {
            throw JacksonIOException.construct(source);
        }
        if (e instanceof StreamConstraintsException) {
            StreamReadConstraints limits = FACTORY.streamReadConstraints();
            String within = parser.streamReadConstraints() == limits
                    ? "at most %d levels of nesting and %d bytes of name"
                            .formatted(limits.getMaxNestingDepth(), limits.getMaxNameLength())
                    : "what the parser's limits allow";
            return format.refusal(within, "more", where(parser.currentLocation()));
        }
        // No parser is without bugs, and a payload that finds one is malformed all the same.
        TokenStreamLocation location = e instanceof JacksonException j ? j.getLocation() : parser.currentLocation();
        boolean ended = e instanceof UnexpectedEndOfInputException;
        return format.refusal(
                "well-formed " + format, ended ? "the end of the payload" : "a syntax error", where(location));
    }

    /** Lines count from 1, and so do columns, in bytes; a tree has neither. */
    private static String where(TokenStreamLocation location) {
        return location.getLineNr() < 0
                ? "in the tree"
                : "at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
