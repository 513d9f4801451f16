package io.awso.gameliftstreams;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asserts over the class files what the library's classes may use. */
final class LayersTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    private static final ArchRule NO_REFLECTION = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.lang.reflect.."))
            .orShould()
            .accessTargetWhere(target(owner(nameMatching("java\\.lang\\.(Class|ClassLoader|Module|ModuleLayer)")))
                    .and(target(
                            nameMatching("(for|load|new|getResource|find|getDeclared|getMethod|getField|getConstructor"
                                    + "|getRecord|getPermitted|getClassLoader).*"))))
            .orShould()
            .accessTargetWhere(target(owner(nameMatching("java\\.util\\.(ServiceLoader|ResourceBundle)"))))
            .orShould()
            .accessTargetWhere(target(owner(nameMatching("java\\.lang\\.invoke\\.MethodHandles(\\$Lookup)?")))
                    .and(target(nameMatching(".*(ookup|find|unreflect).*"))))
            .because("a native image would need metadata for it");

    private static final String LIBRARY = "io.awso.gameliftstreams.";

    /** The JVM does not need the classes of annotations. */
    private static final String[] ANNOTATIONS = {"org.jspecify.annotations", "com.fasterxml.jackson.annotation"};

    @Test
    void thereAreFourPackages() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct().filter(name -> !name.isEmpty()))
                .containsExactlyInAnyOrder(LIBRARY + "model", LIBRARY + "codec", LIBRARY + "http", LIBRARY + "jackson");
    }

    /** So that no two depend on each other. */
    @ParameterizedTest
    @CsvSource({
        "model, java.lang.. java.io java.util..",
        "codec, model java.lang.. java.io java.nio.. java.util.. javax.xml.stream.. org.w3c.dom",
        "http, model codec java.lang.. java.io java.net.http java.nio.. java.time.. java.util..",
        "jackson, model codec java.. javax.xml.stream.. tools.jackson..",
    })
    void eachLayerImportsOnlyThoseAboveItAndWhatItNeeds(String layer, String packages) {
        String[] allowed = Stream.concat(Stream.of(layer), Stream.of(packages.split(" ")))
                .map(name -> name.contains(".") ? name : LIBRARY + name)
                .toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage(LIBRARY + layer)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideInAnyPackage(ANNOTATIONS)))
                .check(CLASSES);
    }

    /** An application may have Jackson for JSON without Jackson for XML. */
    @Test
    void onlyOneClassNeedsJacksonForXml() {
        noClasses()
                .that(not(simpleName("XmlShapeSerializer")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("tools.jackson.dataformat.."))
                .check(CLASSES);
    }

    @Test
    void nothingUsesReflectionOrResources() {
        NO_REFLECTION.check(CLASSES);
    }

    @Test
    void theRuleAgainstReflectionSeesIt() {
        JavaClasses tests = new ClassFileImporter().importClasses(Fixtures.class);

        assertThatThrownBy(() -> NO_REFLECTION.check(tests))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("getResourceAsStream");
    }
}
