/**
 * Turns an HTTP response (status code, headers, body) into an output or an error. Needs only the JDK. Start at
 * {@link io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader}.
 */
@NullMarked
package io.awso.gameliftstreams.http;

import org.jspecify.annotations.NullMarked;
