/**
 * An HTTP response (status code, headers, body) becomes an output or an error.
 *
 * <p>{@link io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader} is the door: for
 * the JDK's HTTP client, and for any other.
 */
@NullMarked
package io.awso.gameliftstreams.http;

import org.jspecify.annotations.NullMarked;
