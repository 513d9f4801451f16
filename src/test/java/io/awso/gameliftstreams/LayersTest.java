package io.awso.gameliftstreams;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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

    @Test
    void eachLayerImportsOnlyThoseAboveIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("model")
                .definedBy(LIBRARY + "model")
                .layer("codec")
                .definedBy(LIBRARY + "codec")
                .layer("http")
                .definedBy(LIBRARY + "http")
                .layer("jackson")
                .definedBy(LIBRARY + "jackson")
                .whereLayer("jackson")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("http")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("codec")
                .mayOnlyBeAccessedByLayers("http", "jackson")
                .check(CLASSES);
        slices().matching(LIBRARY + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void modelCodecAndHttpNeedOnlyTheJdk() {
        assertDependsOnly("model", "java.lang..", "java.io", "java.util..");
        assertDependsOnly(
                "codec",
                LIBRARY + "model",
                "java.lang..",
                "java.io",
                "java.nio..",
                "java.util..",
                "javax.xml.stream..",
                "org.w3c.dom");
        assertDependsOnly(
                "http",
                LIBRARY + "model",
                LIBRARY + "codec",
                "java.lang..",
                "java.io",
                "java.net.http",
                "java.nio..",
                "java.time..",
                "java.util..");
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

    private static void assertDependsOnly(String layer, String... packages) {
        classes()
                .that()
                .resideInAPackage(LIBRARY + layer)
                .should()
                .onlyDependOnClassesThat(resideInAPackage(LIBRARY + layer)
                        .or(resideInAnyPackage(packages))
                        .or(resideInAnyPackage(ANNOTATIONS)))
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
