package io.awso.gameliftstreams.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Code in the documentation, and a compiler for it. */
public final class DocumentedCode {
    private DocumentedCode() {}

    /** Returns the fenced blocks of a page in the given language, in order. */
    public static List<String> blocks(String page, String language) throws IOException {
        return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(Path.of(page)))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** Compiles a file against the tests' class path, and asserts that the compiler has nothing to say. */
    public static void compile(String file, String source, Path classes, String... options) {
        JavaFileObject unit = new SimpleJavaFileObject(URI.create("string:///" + file), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        List<String> all = new ArrayList<>(
                List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none"));
        all.addAll(List.of(options));
        StringWriter messages = new StringWriter();

        boolean isCompiled = ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, all, null, List.of(unit))
                .call();

        assertThat(messages.toString()).isEmpty();
        assertThat(isCompiled).isTrue();
    }
}
