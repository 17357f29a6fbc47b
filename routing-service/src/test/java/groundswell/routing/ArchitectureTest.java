package groundswell.routing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The two rules of every service. {@code setup} (settings, shipped files), {@code http} and {@code journal} are edges, open to slices. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArchitectureTest {
    static final JavaClasses SERVICE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("groundswell.routing");

    @Test
    void the_core_knows_the_jdk_and_the_journals_vocabulary_only() {
        classes()
                .that()
                .resideInAPackage("groundswell.routing")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "groundswell.routing",
                        "groundswell.journal",
                        "groundswell.journal.inbox",
                        "groundswell.journal.seal",
                        "java..",
                        "org.jspecify.."))
                .check(SERVICE);
    }

    @Test
    void slices_meet_through_the_core_and_the_journal() {
        slices().matching("groundswell.routing.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(),
                        resideInAnyPackage(
                                "groundswell.routing.setup", "groundswell.routing.http", "groundswell.routing.journal"))
                .check(SERVICE);
    }
}
