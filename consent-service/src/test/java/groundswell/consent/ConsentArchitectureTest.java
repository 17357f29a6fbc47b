package groundswell.consent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsentArchitectureTest {
    static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("groundswell.consent");
    static final List<String> SLICES =
            List.of("asking", "answering", "expiring", "importing", "stories", "tickets", "register");

    @Test
    void the_core_knows_the_jdk_the_journals_vocabulary_and_nothing_else() {
        classes()
                .that()
                .resideInAPackage("groundswell.consent")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "groundswell.consent",
                        "java..",
                        "org.jspecify..",
                        "groundswell.journal.seal",
                        "groundswell.journal")
                .check(OURS);
    }

    @Test
    void slices_meet_through_the_core_and_the_journal_never_through_each_other() {
        for (var slice : SLICES) {
            var others = SLICES.stream()
                    .filter(s -> !s.equals(slice))
                    .map(s -> "groundswell.consent." + s + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("groundswell.consent." + slice + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(OURS);
        }
    }

    @Test
    void what_the_slices_share_knows_none_of_them() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "groundswell.consent.http..",
                        "groundswell.consent.journal..",
                        "groundswell.consent.link..",
                        "groundswell.consent.notice..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SLICES.stream()
                        .map(s -> "groundswell.consent." + s + "..")
                        .toArray(String[]::new))
                .check(OURS);
    }
}
