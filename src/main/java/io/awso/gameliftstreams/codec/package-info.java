/**
 * Translates the types to and from JSON, XML and query form. Needs only the JDK.
 *
 * <p>Start at {@link io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec}. Every codec guarantees:
 *
 * <ol>
 *   <li>Exactly or not at all. For every value, decoding what was encoded gives an equal value, or encoding throws
 *       {@link io.awso.gameliftstreams.codec.CodecException} because the format cannot carry the value. Nothing is
 *       replaced, dropped, trimmed or normalized.
 *   <li>A value or a clear rejection. For every byte array, decoding returns a value or throws {@code
 *       CodecException}, and takes time and memory in proportion to the length.
 * </ol>
 *
 * <p>Every constructor and method throws {@link NullPointerException} if an argument is null.
 */
@NullMarked
package io.awso.gameliftstreams.codec;

import org.jspecify.annotations.NullMarked;
