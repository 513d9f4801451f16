package io.awso.gameliftstreams.benchmark;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;

/** What a user of Jackson's data binding would declare for the same documents. */
final class Records {
    private Records() {}

    @JsonRootName("CreateStreamSessionConnectionOutput")
    record Output(@JsonProperty("SignalResponse") String signalResponse) {}

    @JsonPropertyOrder({"__type", "Message"})
    record JsonError(
            @JsonProperty("__type") String type,
            @JsonProperty("Message") String message) {}

    @JsonRootName("ErrorResponse")
    record XmlErrorResponse(@JsonProperty("Error") XmlError error) {}

    @JsonPropertyOrder({"Type", "Code", "Message"})
    record XmlError(
            @JsonProperty("Type") String type,
            @JsonProperty("Code") String code,
            @JsonProperty("Message") String message) {}
}
