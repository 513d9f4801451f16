/**
 * The output and the errors of {@code CreateStreamSessionConnection} as immutable values.
 *
 * <p>This package reads and writes no format, and needs only the JDK at run time. Names, members and error traits
 * come from the service model of Amazon GameLift Streams, version 2018-05-10. Every constructor and method throws {@link
 * NullPointerException} if an argument is null, unless it says what null means.
 */
@NullMarked
package io.awso.gameliftstreams.model;

import org.jspecify.annotations.NullMarked;
