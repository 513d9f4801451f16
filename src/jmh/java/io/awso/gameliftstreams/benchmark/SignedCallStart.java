package io.awso.gameliftstreams.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.gameliftstreams.GameLiftStreamsClient;

/**
 * Measures the first whole call in a fresh JVM with default settings: create a client, sign a request, send it to a
 * server in this process, and read the answer. The class path is what Maven gives an application.
 */
final class SignedCallStart {
    private static final int DEFAULT_ROUNDS = 15;
    private static final String LIBRARY = "this library, AWS's signer and the JDK's client";

    /** The jars of the library and of AWS's signer, http-auth-aws. */
    private static final Predicate<String> OF_LIBRARY = named("awso-gameliftstreams|jspecify|annotations|checksums"
            + "|checksums-spi|http-auth-aws|http-auth-spi|http-client-spi|identity-spi|metrics-spi|reactive-streams"
            + "|slf4j-api|utils");
    /** The jars of this project that the AWS SDK does not bring. */
    private static final Predicate<String> NOT_OF_SDK =
            named("awso-gameliftstreams|jspecify|jmh-.*|jopt-simple|commons-math3|jackson-.*|stax2-api|woodstox-core");

    private static final Predicate<String> OF_DEFAULT_CLIENTS =
            named("apache-client|httpclient|httpcore|commons-codec|commons-logging|netty-.*");
    private static final Predicate<String> OF_URL_CONNECTION_CLIENT = named("url-connection-client");
    /** Without it, SLF4J prints a warning. It is on every class path, and not counted. */
    private static final Predicate<String> LOGGER = named("slf4j-nop");

    private SignedCallStart() {}

    /** Compares the contestants; or calls once, if there are a contestant and an address. */
    public static void main(String[] args) throws Exception {
        if (args.length < 2) {
            compare(args.length == 0 ? DEFAULT_ROUNDS : Integer.parseInt(args[0]));
            return;
        }
        URI endpoint = URI.create(args[1]);
        long start = System.nanoTime();
        String answer = args[0].equals(LIBRARY) ? LibraryCall.answer(endpoint) : SdkCall.answer(endpoint);
        long nanos = System.nanoTime() - start;
        if (answer.length() < 1_000) {
            throw new IllegalStateException("no answer");
        }
        System.out.println(nanos);
    }

    private static void compare(int rounds) throws IOException, InterruptedException {
        Map<String, Predicate<String>> contestants = new LinkedHashMap<>();
        contestants.put(LIBRARY, OF_LIBRARY);
        contestants.put(
                "AWS SDK", NOT_OF_SDK.or(OF_URL_CONNECTION_CLIENT).or(LOGGER).negate());
        contestants.put(
                "AWS SDK with url-connection-client",
                NOT_OF_SDK.or(OF_DEFAULT_CLIENTS).or(LOGGER).negate());
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = Payloads.output(Format.JSON.codec);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            for (int round = 0; round < rounds; round++) {
                for (String contestant : contestants.keySet()) {
                    millis.computeIfAbsent(contestant, name -> new ArrayList<>())
                            .add(millis(
                                    contestant,
                                    address,
                                    jars(contestants.get(contestant).or(LOGGER))));
                }
            }
        } finally {
            server.stop(0);
        }
        double library = Tables.median(millis.get(LIBRARY));
        System.out.printf("%n| first whole call, median of %d JVMs | jars | MB | ms | library's ratio |%n", rounds);
        System.out.printf("| --- | ---: | ---: | ---: | ---: |%n");
        contestants.forEach((contestant, jars) -> {
            double median = Tables.median(millis.get(contestant));
            System.out.printf(
                    "| %s | %d | %.1f | %.0f | %.2f |%n",
                    contestant, jars(jars).size(), megabytes(jars(jars)), median, library / median);
        });
    }

    private static double millis(String contestant, String address, List<String> jars)
            throws IOException, InterruptedException {
        String classes =
                classPath().filter(entry -> !entry.endsWith(".jar")).collect(Collectors.joining(File.pathSeparator));
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes + File.pathSeparator + String.join(File.pathSeparator, jars),
                        SignedCallStart.class.getName(),
                        contestant,
                        address)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String nanos = new String(jvm.getInputStream().readAllBytes(), UTF_8).strip();
        if (jvm.waitFor() != 0) {
            throw new IllegalStateException(contestant + " failed");
        }
        return Long.parseLong(nanos) / 1e6;
    }

    private static Stream<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static List<String> jars(Predicate<String> contestant) {
        return classPath()
                .filter(entry -> entry.endsWith(".jar"))
                .filter(contestant)
                .toList();
    }

    private static double megabytes(List<String> jars) {
        return jars.stream().mapToLong(SignedCallStart::length).sum() / 1e6;
    }

    private static long length(String jar) {
        try {
            return Files.size(Path.of(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Matches paths of jars by their artifacts. */
    private static Predicate<String> named(String artifacts) {
        return Pattern.compile("[/\\\\](?:" + artifacts + ")-[0-9][^/\\\\]*\\.jar$")
                .asPredicate();
    }

    /** The guide's call. */
    private static final class LibraryCall {
        static String answer(URI endpoint) throws IOException, InterruptedException {
            URI uri = endpoint.resolve("/streamgroups/sg-1AB2C3De4/streamsessions/ABC123def4567/connections");
            byte[] body = "{\"ClientToken\":\"2d0c8a5e\",\"SignalRequest\":\"v=0\"}".getBytes(UTF_8);
            SdkHttpRequest unsigned = SdkHttpRequest.builder()
                    .method(SdkHttpMethod.POST)
                    .uri(uri)
                    .putHeader("Content-Type", "application/json")
                    .build();
            SdkHttpRequest signed = AwsV4HttpSigner.create()
                    .sign(sign -> sign.request(unsigned)
                            .payload(ContentStreamProvider.fromByteArray(body))
                            .identity(AwsCredentialsIdentity.create("access key", "secret key"))
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "gameliftstreams")
                            .putProperty(AwsV4HttpSigner.REGION_NAME, "us-west-2"))
                    .request();
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofByteArray(body));
            signed.forEachHeader((name, values) -> {
                if (!name.equalsIgnoreCase("Host")) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            CreateStreamSessionConnectionResult result = HttpClient.newHttpClient()
                    .send(request.build(), CreateStreamSessionConnectionResponseReader.bodyHandler())
                    .body();
            return result.orElseThrow().signalResponse().orElseThrow();
        }
    }

    private static final class SdkCall {
        static String answer(URI endpoint) {
            try (GameLiftStreamsClient client = GameLiftStreamsClient.builder()
                    .endpointOverride(endpoint)
                    .region(Region.US_WEST_2)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(AwsBasicCredentials.create("access key", "secret key")))
                    .build()) {
                return client.createStreamSessionConnection(request -> request.identifier("sg-1AB2C3De4")
                                .streamSessionIdentifier("ABC123def4567")
                                .signalRequest("v=0"))
                        .signalResponse();
            }
        }
    }
}
