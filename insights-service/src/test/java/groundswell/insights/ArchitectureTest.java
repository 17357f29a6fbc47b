package groundswell.insights;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArchitectureTest {
    static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("groundswell.insights");

    @Test
    void the_core_depends_on_the_jdk_alone() {
        classes()
                .that()
                .resideInAPackage("groundswell.insights")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("groundswell.insights", "java..", "org.jspecify.annotations..")
                .check(HOUSE);
    }

    @Test
    void slices_meet_through_the_core_and_the_journal() {
        slices().matching("groundswell.insights.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(),
                        resideInAnyPackage("groundswell.insights.journal", "groundswell.insights.http"))
                .check(HOUSE);
    }
}
