package io.awso.gameliftstreams.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.ErrorDocument;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /** Jackson looks only at the lowest eight bits of a hex digit, so it takes U+0564 for {@code d}. */
    private static final Pattern NOT_ASCII_IN_ESCAPE = Pattern.compile("\\\\u[0-9A-Fa-f]{0,3}[^\\x00-\\x7F]");

    private static final List<String> PLACES =
            List.of("error", "Error", "Output", "details", "fault", "ResponseMetadata");
    private static final Place.Names NAMES = new Place.Names(
            List.of("code", "Code", "__type", "error"),
            List.of("Message", "message", "errorMessage", "error_description", "detail", "title"),
            Optional.of("error"),
            List.of("RequestId", "RequestID", "requestId"));

    private static JsonFactory factory(boolean forgiving) {
        return JsonFactory.builder()
                .configure(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, forgiving)
                .configure(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER, forgiving)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    /** A member of an object, with its text or, if it is an object, its own members. */
    private record Member(String name, JsonToken token, String text, List<Member> members) {
        boolean isText() {
            return token == JsonToken.VALUE_STRING;
        }
    }

    /** Returns an object as a place. */
    private static Place place(List<Member> members, int depth) {
        return new Place(
                members.stream()
                        .filter(member -> member.text != null)
                        .map(member -> new Place.Value(member.name, member.text, member.isText()))
                        .toList(),
                members.stream()
                        .filter(member -> depth < Place.MAX_DEPTH && PLACES.contains(member.name))
                        .filter(member -> member.members != null)
                        .map(member -> place(member.members, depth + 1))
                        .toList());
    }

    /**
     * Returns false if a name has a lone surrogate, which RFC 8259, section 8.2, allows but Jackson rejects, or if an
     * escape has a character that is not ASCII, which Jackson may accept but the RFC does not allow.
     */
    @Override
    public boolean compares(byte[] payload) {
        String text = forgivingText(payload);
        if (NOT_ASCII_IN_ESCAPE.matcher(text).find()) {
            return false;
        }
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

    /** Returns false if a backslash comes before a surrogate. Jackson rejects it, though it allows any other character. */
    @Override
    public boolean comparesError(byte[] payload) {
        String text = forgivingText(payload);
        for (int i = text.indexOf('\\'); i >= 0 && i + 1 < text.length(); i = text.indexOf('\\', i + 1)) {
            if (Character.isSurrogate(text.charAt(i + 1))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Optional<CreateStreamSessionConnectionOutput> output(byte[] payload) {
        if (!Oracle.isUtf8(payload)) {
            return Optional.empty();
        }
        List<Member> root = new ArrayList<>();
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
        List<Member> values = root.stream()
                .filter(member -> member.name.equals("SignalResponse"))
                .toList();
        if (values.size() > 1
                || !values.stream().allMatch(value -> value.isText() || value.token == JsonToken.VALUE_NULL)) {
            return Optional.empty();
        }
        return Oracle.output(
                values.isEmpty() ? null : values.get(0).text, place(root, 0).namesAnError(NAMES));
    }

    @Override
    public ErrorDocument errorDocument(byte[] payload) {
        List<Member> root = new ArrayList<>();
        String text = forgivingText(payload);
        try (JsonParser parser = FORGIVING.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                read(parser, text, root);
            }
        } catch (JacksonException e) {
            // What comes before the malformed place is used.
        }
        return place(root, 0).errorDocument(NAMES);
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
    private static void read(JsonParser parser, String document, List<Member> root) {
        Deque<List<Member>> open = new ArrayDeque<>(List.of(root));
        int depth = 0;
        while (!open.isEmpty()) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return;
            }
            boolean inArray = depth > 0;
            if (token == JsonToken.START_ARRAY || inArray && token == JsonToken.START_OBJECT) {
                if (!inArray) {
                    open.peek().add(new Member(parser.currentName(), token, null, null));
                }
                depth++;
            } else if (inArray && token.isStructEnd()) {
                depth--;
            } else if (inArray) {
                if (token == JsonToken.VALUE_STRING) {
                    parser.getString();
                }
            } else if (token == JsonToken.START_OBJECT) {
                List<Member> object = new ArrayList<>();
                open.peek().add(new Member(parser.currentName(), token, null, object));
                open.push(object);
            } else if (token == JsonToken.END_OBJECT) {
                open.pop();
            } else if (token != JsonToken.PROPERTY_NAME) {
                String text = token == JsonToken.VALUE_NULL ? null : parser.getString();
                String name = parser.currentName();
                long end = parser.currentTokenLocation().getCharOffset() + (text == null ? 0 : text.length());
                boolean hasDelimiter = end < document.length() && "\t\n\r ,}]".indexOf(document.charAt((int) end)) >= 0;
                if (text == null || token == JsonToken.VALUE_STRING || hasDelimiter) {
                    open.peek().add(new Member(name, token, text, null));
                }
            }
        }
    }
}
