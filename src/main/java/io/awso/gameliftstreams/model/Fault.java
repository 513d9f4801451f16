package io.awso.gameliftstreams.model;

/** Whose fault an error is, as Smithy's {@code error} trait says it. */
public enum Fault {
    /** The request was at fault: the same request fails again until something is put right. */
    CLIENT,
    /** The service was at fault. */
    SERVER,
    /** The service model does not know the error, so it does not say. */
    UNKNOWN
}
