package io.awso.gameliftstreams.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The response of a successful {@code CreateStreamSessionConnection}.
 *
 * @param signalResponse the WebRTC answer that the stream server generated for the signal request: 1 to 30 KB of text
 *     that contains a session description (SDP). Pass it on unchanged. Empty if the service sent none; an empty string is
 *     a value. The service model marks it as sensitive: do not log it
 */
public record CreateStreamSessionConnectionOutput(Optional<String> signalResponse) {

    /** The wire name of the member that holds {@link #signalResponse()}. */
    public static final String SIGNAL_RESPONSE = "SignalResponse";

    public CreateStreamSessionConnectionOutput {
        Objects.requireNonNull(signalResponse, "signalResponse");
    }

    // Declared for the annotation, which on the component would also be on the field, and outdo a mix-in's @JsonIgnore.
    @Override
    @JsonProperty(SIGNAL_RESPONSE)
    public Optional<String> signalResponse() {
        return signalResponse;
    }

    /** {@return a new builder with no member set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a new builder with this output's members set} */
    public Builder toBuilder() {
        return new Builder().signalResponse(signalResponse.orElse(null));
    }

    /** Returns the present members by wire name: {@code SignalResponse}, or an empty map. The map is unmodifiable. */
    public Map<String, String> members() {
        return signalResponse.isPresent() ? Map.of(SIGNAL_RESPONSE, signalResponse.get()) : Map.of();
    }

    /** Returns whether a signal response is present, without showing it. */
    @Override
    public String toString() {
        String shown = signalResponse.isPresent() ? "(sensitive)" : "(absent)";
        return "CreateStreamSessionConnectionOutput[signalResponse=" + shown + "]";
    }

    /** Builds an output. Not safe for use by several threads at once. */
    public static final class Builder {
        private @Nullable String signalResponse;

        private Builder() {}

        /** Sets the signal response, or none if it is null. Returns this builder. */
        public Builder signalResponse(@Nullable String signalResponse) {
            this.signalResponse = signalResponse;
            return this;
        }

        /** {@return a new output with the members set so far} The builder can be used again. */
        public CreateStreamSessionConnectionOutput build() {
            return new CreateStreamSessionConnectionOutput(Optional.ofNullable(signalResponse));
        }
    }
}
