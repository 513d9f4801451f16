package io.awso.gameliftstreams.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code CreateStreamSessionConnection} answers when it succeeds.
 *
 * @param signalResponse the WebRTC answer that the stream server made for the caller's signal
 *     request, to be handed to the player's browser as it is: a text of 1 to 30 KB that holds a
 *     session description (SDP), in which every CR LF counts. Empty where the service sent none; an
 *     empty text is a value. The service model marks it as sensitive.
 */
public record CreateStreamSessionConnectionOutput(
        @JsonProperty(SIGNAL_RESPONSE) @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<String> signalResponse) {

    /** The wire name of the member that holds {@link #signalResponse()}. */
    public static final String SIGNAL_RESPONSE = "SignalResponse";

    /**
     * Makes the output.
     *
     * @param signalResponse the WebRTC answer, or {@link Optional#empty()} for none
     * @throws NullPointerException if the signal response is null
     */
    public CreateStreamSessionConnectionOutput {
        Objects.requireNonNull(signalResponse, "signalResponse");
    }

    /**
     * A builder with no member set.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder with this output's members set.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        return new Builder().signalResponse(signalResponse.orElse(null));
    }

    /**
     * What the shape puts on the wire; every codec writes from it.
     *
     * @return the present members by wire name, in model order, unmodifiable
     */
    public Map<String, String> members() {
        return signalResponse.map(value -> Map.of(SIGNAL_RESPONSE, value)).orElse(Map.of());
    }

    /**
     * Says whether a signal response is there, and does not show it: the service model marks it as
     * sensitive.
     */
    @Override
    public String toString() {
        return "CreateStreamSessionConnectionOutput[signalResponse="
                + (signalResponse.isPresent() ? "(sensitive)" : "(absent)")
                + "]";
    }

    /** Builds an output, member by member. Not safe for use by several threads at once. */
    public static final class Builder {
        private @Nullable String signalResponse;

        private Builder() {}

        /**
         * Sets the signal response.
         *
         * @param signalResponse the WebRTC answer, or null for none
         * @return this builder
         */
        public Builder signalResponse(@Nullable String signalResponse) {
            this.signalResponse = signalResponse;
            return this;
        }

        /**
         * The output of what was set so far. The builder can be used again.
         *
         * @return a new output
         */
        public CreateStreamSessionConnectionOutput build() {
            return new CreateStreamSessionConnectionOutput(Optional.ofNullable(signalResponse));
        }
    }
}
