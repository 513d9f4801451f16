/**
 * The codecs: between the types and JSON, XML or query text, both ways.
 *
 * <p>{@link io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec} is the door. Two laws
 * hold for every codec:
 *
 * <ol>
 *   <li>Exactly or not at all. For every value, decoding what was encoded gives an equal value, or
 *       encoding throws, because the format cannot carry the value. Nothing is replaced, dropped,
 *       trimmed or normalised on the way.
 *   <li>An answer or a clear refusal. For every byte array, decoding returns a value or throws
 *       {@link io.awso.gameliftstreams.codec.CodecException}, with work in proportion to its length.
 * </ol>
 */
@NullMarked
package io.awso.gameliftstreams.codec;

import org.jspecify.annotations.NullMarked;
