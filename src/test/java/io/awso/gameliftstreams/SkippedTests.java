package io.awso.gameliftstreams;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Says why a test was skipped, since Maven only counts it. Found through {@code META-INF/services}. */
public final class SkippedTests implements TestWatcher {
    @Override
    public void testDisabled(ExtensionContext test, Optional<String> reason) {
        print(test, reason.orElse("disabled"));
    }

    @Override
    public void testAborted(ExtensionContext test, Throwable cause) {
        print(test, cause.getMessage());
    }

    private static void print(ExtensionContext test, String reason) {
        System.out.println("Skipped " + test.getRequiredTestMethod().getName() + ": " + reason);
    }
}
