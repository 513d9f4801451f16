package io.awso.gameliftstreams.model;

/** Whose fault an error is (Smithy's {@code error} trait). */
public enum Fault {
    /** The caller is at fault. Unless the error is retryable, the request fails again until something is corrected. */
    CLIENT,
    /** The service is at fault. */
    SERVER,
    /** Not known: the error is not in the service model. */
    UNKNOWN
}
