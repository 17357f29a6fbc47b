package groundswell.ticket;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import groundswell.journal.seal.Sealed;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What keeps the house in order: a core that is pure, and slices that can be taken out one by one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArchitectureTest {
    static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("groundswell.ticket");

    @Test
    void the_core_knows_the_jdk_and_sealed_text_only() {
        classes()
                .that()
                .resideInAPackage("groundswell.ticket")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("groundswell.ticket", "java..", "org.jspecify.annotations")
                        .or(type(Sealed.class)))
                .check(PRODUCT);
    }

    /** Every slice works with the core, the desk and the forms of HTTP. */
    @Test
    void slices_do_not_know_each_other() {
        slices().matching("groundswell.ticket.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        alwaysTrue(), resideInAnyPackage("groundswell.ticket.desk", "groundswell.ticket.http"))
                .check(PRODUCT);
    }
}
