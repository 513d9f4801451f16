/**
 * Support for Jackson 3: a module that lets any {@code JsonMapper} or {@code XmlMapper} read and write the output and
 * the errors, and translation to and from Jackson's trees. Both follow the codecs' rules. Start at {@link
 * io.awso.gameliftstreams.jackson.GameLiftStreamsModule}.
 */
@NullMarked
package io.awso.gameliftstreams.jackson;

import org.jspecify.annotations.NullMarked;
