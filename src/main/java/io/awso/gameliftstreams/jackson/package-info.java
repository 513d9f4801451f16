/**
 * The output and the errors inside the documents of other people's {@code JsonMapper} and {@code
 * XmlMapper} (Jackson 3). The codecs translate them, here as elsewhere.
 */
@NullMarked
package io.awso.gameliftstreams.jackson;

import org.jspecify.annotations.NullMarked;
