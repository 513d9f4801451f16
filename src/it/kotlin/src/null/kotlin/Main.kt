package consumer

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError

val error = CreateStreamSessionConnectionError.of(null, "message")
