/**
 * Turns an HTTP response (status code, headers, body) into an output or an error. Needs only the JDK. Start at
 * {@link io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader}. Every constructor and method throws {@link
 * NullPointerException} if an argument is null.
 */
@NullMarked
package io.awso.gameliftstreams.http;

import org.jspecify.annotations.NullMarked;
