package io.awso.gameliftstreams.model;

/** Who caused an error (Smithy's {@code error} trait). */
public enum Fault {
    /** The caller caused it, for example by a wrong request, or by too many requests. */
    CLIENT,
    /** The service caused it. */
    SERVER,
    /** Not known: the error is not in the service model. */
    UNKNOWN
}
