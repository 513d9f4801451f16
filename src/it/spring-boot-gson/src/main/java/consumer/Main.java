package consumer;

import com.google.gson.annotations.SerializedName;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application without Jackson still answers with Gson: only Gson knows {@code SerializedName}. */
@EnableAutoConfiguration
@RestController
public class Main {
    record Player(@SerializedName("by-gson") String name) {}

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
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            System.out.println(response.statusCode() + " " + response.body());
            System.out.println("decoded "
                    + CreateStreamSessionConnectionCodec.json().decodeOutput("{\"SignalResponse\":\"v=0\"}"));
        }
    }
}
