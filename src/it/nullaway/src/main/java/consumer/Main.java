package consumer;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The reader accepts headers with and without null names, lists and values, as its documentation says. */
@NullMarked
final class Main {
    private Main() {}

    static void read(
            Map<String, List<String>> plain,
            Map<String, List<@Nullable String>> values,
            Map<String, @Nullable List<String>> lists,
            Map<@Nullable String, List<String>> names,
            Map<@Nullable String, @Nullable List<@Nullable String>> all,
            byte[] body) {
        CreateStreamSessionConnectionResponseReader.read(200, plain, body);
        CreateStreamSessionConnectionResponseReader.read(200, values, body);
        CreateStreamSessionConnectionResponseReader.read(200, lists, body);
        CreateStreamSessionConnectionResponseReader.read(200, names, body);
        CreateStreamSessionConnectionResponseReader.read(200, all, body);
    }
}
