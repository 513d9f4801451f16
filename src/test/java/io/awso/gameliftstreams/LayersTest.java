package io.awso.gameliftstreams;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the classes of the library may use: asserted over their class files. */
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

    @Test
    void eachLayerImportsOnlyThoseAboveIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("model")
                .definedBy("io.awso.gameliftstreams.model")
                .layer("codec")
                .definedBy("io.awso.gameliftstreams.codec")
                .layer("http")
                .definedBy("io.awso.gameliftstreams.http")
                .layer("jackson")
                .definedBy("io.awso.gameliftstreams.jackson")
                .whereLayer("jackson")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("http")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("codec")
                .mayOnlyBeAccessedByLayers("http", "jackson")
                .check(CLASSES);
        slices().matching("io.awso.gameliftstreams.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    /** Annotations are none that a JVM has to find at run time. */
    @Test
    void theModelNeedsTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("io.awso.gameliftstreams.model")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.awso.gameliftstreams.model",
                        "java.lang..",
                        "java.io",
                        "java.util..",
                        "org.jspecify.annotations",
                        "com.fasterxml.jackson.annotation"))
                .check(CLASSES);
    }

    @Test
    void nothingUsesReflectionOrResources() {
        NO_REFLECTION.check(CLASSES);
    }

    @Test
    void theRuleAgainstReflectionSeesIt() {
        JavaClasses tests = new ClassFileImporter().importClasses(RealAnswers.class);

        assertThatThrownBy(() -> NO_REFLECTION.check(tests))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("getResourceAsStream");
    }
}
