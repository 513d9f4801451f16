package consumer

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success
import io.awso.gameliftstreams.model.*
import kotlin.jvm.optionals.getOrNull

fun describe(result: CreateStreamSessionConnectionResult): String = when (result) {
    is Success -> "answer of ${result.output().signalResponse().getOrNull()?.length ?: 0} characters"
    is Failure -> when (val error = result.error()) {
        is ThrottlingException, is InternalServerException -> "try again later"
        is ConflictException -> "busy"
        is ResourceNotFoundException -> "no such session"
        is AccessDeniedException, is ValidationException, is UnknownOperationError -> error.toString()
    }
}
