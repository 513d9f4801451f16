package io.awso.gameliftstreams.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.ErrorDocument;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads JSON with jackson-core's tokens. */
public final class JsonOracle implements Oracle {
    private static final JsonFactory STRICT = factory(false);
    private static final JsonFactory FORGIVING = factory(true);

    private static final List<String> MESSAGES =
            List.of("Message", "message", "errorMessage", "error_description", "detail");

    private static JsonFactory factory(boolean forgiving) {
        return JsonFactory.builder()
                .configure(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, forgiving)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    /** One value of a member. */
    private record Value(JsonToken token, String text, Members members) {
        boolean isText() {
            return token == JsonToken.VALUE_STRING;
        }

        boolean isScalar() {
            return isText() || token.isNumeric() || token.isBoolean();
        }
    }

    /** The members of an object, each with all its values. */
    private static final class Members {
        final Map<String, List<Value>> values = new HashMap<>();

        void add(String name, Value value) {
            values.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
        }

        List<Value> of(String name) {
            return values.getOrDefault(name, List.of());
        }

        /** Returns the value of a member that is an object, or an object without members if it is anything else. */
        Members object(String name) {
            Members last = new Members();
            for (Value value : of(name)) {
                last = value.members() == null ? last : value.members();
            }
            return last;
        }

        String code(String... names) {
            for (String name : names) {
                String last = null;
                for (Value value : of(name)) {
                    String code = value.isText() ? Oracle.clean(value.text()) : null;
                    last = code == null ? last : code;
                }
                if (last != null) {
                    return last;
                }
            }
            return null;
        }

        String message() {
            for (String name : MESSAGES) {
                String last = null;
                for (Value value : of(name)) {
                    last = value.isScalar() ? value.text() : last;
                }
                if (last != null) {
                    return last;
                }
            }
            return null;
        }

        String requestId() {
            for (String name : List.of("RequestId", "RequestID", "requestId")) {
                String last = null;
                for (Value value : of(name)) {
                    last = value.isText() ? value.text() : last;
                }
                if (last != null) {
                    return last;
                }
            }
            return null;
        }
    }

    /** Returns false if a name has a lone surrogate. Jackson rejects it, but RFC 8259, section 8.2 allows it. */
    @Override
    public boolean compares(byte[] payload) {
        String text = forgivingText(payload);
        if (!text.contains("\\uD") && !text.contains("\\ud")) {
            return true;
        }
        try (JsonParser parser = FORGIVING.createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                // Reading a name makes Jackson check it.
            }
            return true;
        } catch (JacksonException e) {
            return !e.getOriginalMessage().contains("urrogate");
        }
    }

    @Override
    public Optional<CreateStreamSessionConnectionOutput> output(byte[] payload) {
        if (!Oracle.isUtf8(payload)) {
            return Optional.empty();
        }
        Members root = new Members();
        String text = text(payload);
        try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first != null && first != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            if (first != null) {
                read(parser, text, root);
            }
            if (parser.nextToken() != null) {
                return Optional.empty();
            }
        } catch (JacksonException e) {
            return Optional.empty();
        }
        List<Value> values = root.of("SignalResponse");
        if (values.size() > 1) {
            return Optional.empty();
        }
        Value value = values.isEmpty() ? new Value(JsonToken.VALUE_NULL, null, null) : values.get(0);
        return value.isText() || value.token() == JsonToken.VALUE_NULL
                ? Oracle.output(value.text(), errorDocument(root).code().orElse(null))
                : Optional.empty();
    }

    @Override
    public ErrorDocument errorDocument(byte[] payload) {
        Members root = new Members();
        String text = forgivingText(payload);
        try (JsonParser parser = FORGIVING.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                read(parser, text, root);
            }
        } catch (JacksonException e) {
            // What comes before the malformed place is used.
        }
        return errorDocument(root);
    }

    private static String text(byte[] payload) {
        String text = new String(payload, UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Returns the text after a byte order mark. In a forgiving reader, the mark may come after white space. */
    private static String forgivingText(byte[] payload) {
        String text = new String(payload, UTF_8);
        int mark = text.indexOf('\uFEFF');
        return mark >= 0 && text.substring(0, mark).matches("[ \t\r\n]*") ? text.substring(mark + 1) : text;
    }

    /** Reads the members of the object that the parser has just entered, up to its end. */
    private static void read(JsonParser parser, String document, Members root) {
        Deque<Members> open = new ArrayDeque<>(List.of(root));
        int depth = 0;
        while (!open.isEmpty()) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return;
            }
            boolean inArray = depth > 0;
            if (token == JsonToken.START_ARRAY || inArray && token == JsonToken.START_OBJECT) {
                if (!inArray) {
                    open.peek().add(parser.currentName(), new Value(token, null, null));
                }
                depth++;
            } else if (inArray && token.isStructEnd()) {
                depth--;
            } else if (inArray) {
                if (token == JsonToken.VALUE_STRING) {
                    parser.getString();
                }
            } else if (token == JsonToken.START_OBJECT) {
                Members object = new Members();
                open.peek().add(parser.currentName(), new Value(token, null, object));
                open.push(object);
            } else if (token == JsonToken.END_OBJECT) {
                open.pop();
            } else if (token != JsonToken.PROPERTY_NAME) {
                String text = token == JsonToken.VALUE_NULL ? null : parser.getString();
                String name = parser.currentName();
                long end = parser.currentTokenLocation().getCharOffset() + (text == null ? 0 : text.length());
                boolean hasDelimiter = end < document.length() && "\t\n\r ,}]".indexOf(document.charAt((int) end)) >= 0;
                if (text == null || token == JsonToken.VALUE_STRING || hasDelimiter) {
                    open.peek().add(name, new Value(token, text, null));
                }
            }
        }
    }

    private static ErrorDocument errorDocument(Members root) {
        Members outerError = root.object("Error");
        Members innerError = root.object("error");
        Members output = root.object("Output");
        String code = root.code("code", "Code", "__type", "error");
        Members source = root;
        if (code == null) {
            code = outerError.code("Code", "code", "__type");
            source = outerError;
        }
        if (code == null) {
            code = innerError.code("Code", "code", "__type");
            source = innerError;
        }
        if (code == null) {
            code = output.code("__type");
            source = output;
        }
        String message = code == null ? null : source.message();
        for (Members place : List.of(root, root.object("details"), outerError, innerError)) {
            message = message == null ? place.message() : message;
        }
        return Oracle.errorDocument(code, message, root.requestId());
    }
}
