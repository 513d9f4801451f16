package io.awso.gameliftstreams.example;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.MemberReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads an object with Gson. Create the JsonReader with Strictness.STRICT: by default it accepts more than JSON. */
public final class GsonMemberReader implements MemberReader {
    private final JsonReader json;
    private Kind kind = Kind.NULL;

    public GsonMemberReader(JsonReader json) {
        this.json = json;
        if (!enter()) {
            throw error("expected an object");
        }
    }

    @Override
    public String nextName() {
        return call(() -> {
            if (json.hasNext()) {
                return json.nextName();
            }
            json.endObject();
            return null;
        });
    }

    @Override
    public String readText() {
        return call(() -> {
            kind = switch (json.peek()) {
                case STRING -> Kind.STRING;
                case NUMBER -> Kind.NUMBER;
                case BOOLEAN -> Kind.BOOLEAN;
                case BEGIN_OBJECT -> Kind.OBJECT;
                case BEGIN_ARRAY -> Kind.ARRAY;
                default -> Kind.NULL;
            };
            return switch (kind) {
                case STRING, NUMBER -> json.nextString();
                case BOOLEAN -> String.valueOf(json.nextBoolean());
                default -> {
                    json.skipValue();
                    yield null;
                }
            };
        });
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean enter() {
        return call(() -> {
            if (json.peek() != JsonToken.BEGIN_OBJECT) {
                return false;
            }
            json.beginObject();
            return true;
        });
    }

    @Override
    public void skip() {
        call(() -> {
            json.skipValue();
            return null;
        });
    }

    @Override
    public CodecException error(String problem) {
        return new CodecException("JSON: " + problem);
    }

    private interface Call<T> {
        T run() throws IOException;
    }

    /** Turns Gson's syntax errors into a CodecException without a cause, because they may quote the document. */
    private <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (MalformedJsonException | EOFException e) {
            throw error("malformed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
