/**
 * The types: what {@code CreateStreamSessionConnection} answers, as immutable values.
 *
 * <p>They know nothing of any format and need the JDK alone. Names, members and error traits are
 * those of the service model of Amazon GameLift Streams, version 2018-05-10.
 */
@NullMarked
package io.awso.gameliftstreams.model;

import org.jspecify.annotations.NullMarked;
