package consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** Installs the library as a bundle in a framework that has neither Jackson nor JSpecify, and reads a response with it. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        URL jar = CreateStreamSessionConnectionCodec.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, "target/bundles");
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        Framework framework = new FrameworkFactory().newFramework(settings);
        framework.start();
        try {
            Bundle bundle = framework.getBundleContext().installBundle(jar.toString());
            bundle.start();
            System.out.println(
                    "bundle: " + bundle.getSymbolicName() + ", active: " + (bundle.getState() == Bundle.ACTIVE));
            System.out.println("exports: "
                    + bundle.getHeaders().get(Constants.EXPORT_PACKAGE).replaceAll(";[^\"]*\"[^\"]*\"", ""));
            Class<?> reader =
                    bundle.loadClass("io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader");
            Object result = reader.getMethod("read", int.class, Map.class, byte[].class)
                    .invoke(
                            null,
                            409,
                            Map.of("x-amzn-requestid", List.of("7f3c")),
                            "<ErrorResponse><Error><Code>ConflictException</Code></Error></ErrorResponse>"
                                    .getBytes(UTF_8));
            System.out.println("of the bundle: " + (reader.getClassLoader() != Main.class.getClassLoader()));
            System.out.println(result);
        } finally {
            framework.stop();
            framework.waitForStop(0);
        }
    }
}
