package io.awso.gameliftstreams.jackson;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.MemberReader;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Reads the members of an object from a Jackson parser for JSON, XML or another format. */
final class JacksonReader implements MemberReader {
    private final JsonParser parser;
    private final String format;
    private final Set<String> leftOut;

    /** Whether the parser is already at the first name or at the end, for example after a type id was read. */
    private boolean ahead;

    /**
     * Creates a reader that skips the members that are left out. The parser must be at START_OBJECT, at the first
     * PROPERTY_NAME after it, or at END_OBJECT; in XML also at the VALUE_STRING of an element that holds only white space.
     *
     * @throws CodecException if the parser is at any other token
     */
    JacksonReader(JsonParser parser, String format, Set<String> leftOut) {
        this.parser = parser;
        this.format = format;
        this.leftOut = leftOut;
        JsonToken token = parser.currentToken();
        boolean isEmptyElement = format.equals(GameLiftStreamsModule.XML)
                && token == JsonToken.VALUE_STRING
                && parser.getString().matches("[ \\t\\r\\n]*");
        ahead = isEmptyElement || token == JsonToken.PROPERTY_NAME || token == JsonToken.END_OBJECT;
        if (!ahead && token != JsonToken.START_OBJECT) {
            throw error("found " + kind() + ", expected an object");
        }
    }

    @Override
    public @Nullable String nextName() {
        while (read(ahead ? parser::currentToken : parser::nextToken) == JsonToken.PROPERTY_NAME) {
            ahead = false;
            String name = read(parser::currentName);
            read(parser::nextToken);
            if (!leftOut.contains(name)) {
                return name;
            }
            skip();
        }
        return null;
    }

    @Override
    public @Nullable String readText() {
        return switch (kind()) {
            case STRING, NUMBER, BOOLEAN -> read(parser::getString);
            case NULL, OBJECT, ELEMENT, ARRAY -> {
                skip();
                yield null;
            }
        };
    }

    /** Returns the kind of the current value. {@link #skip} leaves the parser at the value's last token. */
    @Override
    public Kind kind() {
        JsonToken token = parser.currentToken();
        return switch (token == null ? JsonToken.NOT_AVAILABLE : token) {
            case VALUE_STRING -> Kind.STRING;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
            case START_ARRAY, END_ARRAY -> Kind.ARRAY;
            case START_OBJECT, END_OBJECT, VALUE_EMBEDDED_OBJECT -> Kind.OBJECT;
            default -> Kind.NULL;
        };
    }

    @Override
    public boolean enter() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    @Override
    public void skip() {
        read(parser::skipChildren);
    }

    @Override
    public CodecException error(String problem) {
        return error(problem, parser.currentTokenLocation());
    }

    /** Returns an exception with the parser's own line and column, from 1. A tree has none, so a last comma is cut. */
    private CodecException error(String problem, TokenStreamLocation location) {
        int line = location.getLineNr();
        String place = line < 0 ? "" : " at line " + line + ", column " + location.getColumnNr();
        return new CodecException((format + ": " + problem + place).replaceFirst(",$", ""));
    }

    private <T extends @Nullable Object> T read(Supplier<T> step) {
        try {
            return step.get();
        } catch (StreamConstraintsException e) {
            throw error("more than the parser's limits allow", parser.currentLocation());
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException source && !(source instanceof CharConversionException)) {
                throw JacksonIOException.construct(source);
            }
            // A bug in the parser. The document cannot be read from here on.
            throw error("malformed", e instanceof JacksonException j ? j.getLocation() : parser.currentLocation());
        }
    }
}
