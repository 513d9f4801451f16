package consumer

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec
import io.awso.gameliftstreams.model.AccessDeniedException
import io.awso.gameliftstreams.model.ConflictException
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput
import io.awso.gameliftstreams.model.InternalServerException
import io.awso.gameliftstreams.model.ResourceNotFoundException
import io.awso.gameliftstreams.model.ThrottlingException
import io.awso.gameliftstreams.model.UnknownOperationError
import io.awso.gameliftstreams.model.ValidationException
import kotlin.jvm.optionals.getOrNull

/** Has no else, so that it stops compiling if the library adds an error. */
fun describe(error: CreateStreamSessionConnectionError): String = when (error) {
    is AccessDeniedException -> "denied"
    is ConflictException -> "a conflict: ${error.message().getOrNull()}"
    is InternalServerException -> "internal"
    is ResourceNotFoundException -> "not found"
    is ThrottlingException -> "throttling"
    is UnknownOperationError -> "unknown ${error.code()}"
    is ValidationException -> "invalid"
}

fun main() {
    val json = CreateStreamSessionConnectionCodec.json()
    val absent: String? = null
    for (answer in listOf("v=0\r\n", absent)) {
        val output = CreateStreamSessionConnectionOutput.builder().signalResponse(answer).build()
        val decoded = json.decodeOutput(json.encode(output))
        println("decoded ${decoded == output}, ${decoded.signalResponse().getOrNull()?.trim()}")
    }
    val code: String = json.decodeError("""{"__type":"Odd"}""").code()
    println("decoded ${describe(CreateStreamSessionConnectionError.of(code, null))}")
    println("decoded ${describe(CreateStreamSessionConnectionError.of("ConflictException", "busy"))}")
}
