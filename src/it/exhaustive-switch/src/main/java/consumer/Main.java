package consumer;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import io.awso.gameliftstreams.model.AccessDeniedException;
import io.awso.gameliftstreams.model.ConflictException;
import io.awso.gameliftstreams.model.InternalServerException;
import io.awso.gameliftstreams.model.ResourceNotFoundException;
import io.awso.gameliftstreams.model.ThrottlingException;
import io.awso.gameliftstreams.model.UnknownOperationError;
import io.awso.gameliftstreams.model.ValidationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Has no default, so that it stops compiling if the library adds a result or an error. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        for (String code : List.of("ConflictException", "ThrottlingException", "Odd")) {
            byte[] body = ("{\"__type\":\"" + code + "\",\"message\":\"m\"}").getBytes(StandardCharsets.UTF_8);
            var result = CreateStreamSessionConnectionResponseReader.read(400, Map.of(), body);
            System.out.println(switch (result) {
                case Success success -> "decoded an output";
                case Failure failure -> switch (failure.error()) {
                    case AccessDeniedException e -> "decoded denied";
                    case ConflictException(var message) -> "decoded a conflict: " + message.orElseThrow();
                    case InternalServerException e -> "decoded internal";
                    case ResourceNotFoundException e -> "decoded not found";
                    case ThrottlingException e -> "decoded throttling";
                    case UnknownOperationError(var unknown, var message) -> "decoded unknown " + unknown;
                    case ValidationException e -> "decoded invalid";
                };
            });
        }
    }
}
