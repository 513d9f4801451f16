package consumer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.JacksonMixin;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The library does not change how an unrelated controller answers, the mapper finds the module, and a mix-in masks. */
@EnableAutoConfiguration
@RestController
public class Main {
    record Player(String name) {}

    record Attempt(CreateStreamSessionConnectionOutput answer, CreateStreamSessionConnectionError error) {}

    @JacksonMixin(CreateStreamSessionConnectionOutput.class)
    interface Masked {
        @JsonProperty(value = "SignalResponse", access = JsonProperty.Access.WRITE_ONLY)
        Optional<String> signalResponse();
    }

    @GetMapping("/player")
    Player player() {
        return new Player("Ann");
    }

    public static void main(String[] args) throws Exception {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Main.class)
                .bannerMode(Banner.Mode.OFF)
                .properties("server.address=127.0.0.1", "server.port=0")
                .run(args)) {
            URI uri = URI.create(
                    "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/player");
            // What browsers send.
            get("browser", uri, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
            get("XML client", uri, "application/xml");

            JsonMapper mapper = context.getBean(JsonMapper.class);
            String json = "{\"answer\":{\"SignalResponse\":\"v=0\"},\"error\":{\"code\":\"a#ConflictException\"}}";
            Attempt attempt = mapper.readValue(json, Attempt.class);
            System.out.println("decoded " + attempt);
            System.out.println("encoded " + mapper.writeValueAsString(attempt));
        }
    }

    private static void get(String client, URI uri, String accept) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri).header("Accept", accept).build(),
                        HttpResponse.BodyHandlers.ofString());
        System.out.println(client + ": " + response.statusCode() + " "
                + response.headers().firstValue("Content-Type").orElse("-") + " " + response.body());
    }
}
