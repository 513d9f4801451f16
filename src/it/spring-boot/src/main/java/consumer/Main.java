package consumer;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@EnableAutoConfiguration
public class Main {
    record Attempt(CreateStreamSessionConnectionOutput answer, CreateStreamSessionConnectionError error) {}

    public static void main(String[] args) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Main.class)
                .bannerMode(Banner.Mode.OFF)
                .run(args)) {
            JsonMapper mapper = context.getBean(JsonMapper.class);
            String json = "{\"answer\":{\"SignalResponse\":\"v=0\"},\"error\":{\"code\":\"a#ConflictException\"}}";
            Attempt attempt = mapper.readValue(json, Attempt.class);
            System.out.println("decoded " + attempt);
            System.out.println("encoded " + mapper.writeValueAsString(attempt));
        }
    }
}
