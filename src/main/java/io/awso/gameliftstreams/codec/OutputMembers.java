package io.awso.gameliftstreams.codec;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of an output; one that is given twice is refused, for nobody could say which counts. */
final class OutputMembers implements Members {
    private boolean given;
    private @Nullable String signalResponse;

    @Override
    public int indexOf(String name) {
        return name.equals(CreateStreamSessionConnectionOutput.SIGNAL_RESPONSE) ? 0 : -1;
    }

    @Override
    public boolean put(int index, @Nullable String value) {
        boolean first = !given;
        given = true;
        signalResponse = value;
        return first;
    }

    CreateStreamSessionConnectionOutput toOutput() {
        return new CreateStreamSessionConnectionOutput(Optional.ofNullable(signalResponse));
    }
}
