package io.awso.gameliftstreams.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers of a response. */
final class Headers {
    private final List<String> names = new ArrayList<>();
    private final List<List<? extends @Nullable String>> values = new ArrayList<>();

    Headers(Map<? extends @Nullable String, ? extends @Nullable List<? extends @Nullable String>> headers) {
        for (Map.Entry<? extends @Nullable String, ? extends @Nullable List<? extends @Nullable String>> header :
                headers.entrySet()) {
            String name = header.getKey();
            List<? extends @Nullable String> list = header.getValue();
            if (name != null && list != null) {
                names.add(name);
                values.add(list);
            }
        }
    }

    /**
     * Returns the values of a header whose name is given in any case, in their order, without white space around them.
     * Leaves out null and blank values.
     */
    List<String> values(String name) {
        List<String> all = List.of();
        for (int i = 0; i < names.size(); i++) {
            if (AsciiText.areEqual(names.get(i), name)) {
                for (String value : values.get(i)) {
                    String stripped = value == null ? "" : AsciiText.strip(value);
                    if (!stripped.isEmpty()) {
                        all = all.isEmpty() ? new ArrayList<>(1) : all;
                        all.add(stripped);
                    }
                }
            }
        }
        return all;
    }

    /** Returns whether the media type is XML: its subtype is {@code xml} or ends in {@code +xml} (RFC 7303). */
    boolean isXml() {
        for (String value : values("content-type")) {
            String type = AsciiText.firstPart(value, ';');
            int slash = type.indexOf('/');
            if (slash > 0 && type.indexOf(',') < 0) {
                return AsciiText.areEqual(type.substring(slash + 1), "xml")
                        || AsciiText.isAt(type, type.length() - "+xml".length(), "+xml");
            }
        }
        return false;
    }

    /** Returns whether a content coding is named that this library cannot decode. */
    boolean haveUnsupportedCoding() {
        for (String value : values("content-encoding")) {
            for (String part : value.split(",")) {
                String coding = AsciiText.strip(part);
                if (!coding.isEmpty()
                        && !AsciiText.areEqual(coding, "gzip")
                        && !AsciiText.areEqual(coding, "x-gzip")
                        && !AsciiText.areEqual(coding, "identity")) {
                    return true;
                }
            }
        }
        return false;
    }
}
