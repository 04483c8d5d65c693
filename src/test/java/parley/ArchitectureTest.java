package parley;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {

    private static final String[] SUFFIXES = {"Service", "Manager", "Impl", "Util", "Utils", "Helper"};

    /** The build makes {@code templates} out of everybody's templates, so everybody may use it. */
    private static final JavaClasses PARLEY = new ClassFileImporter().importPath(application())
            .that(not(resideInAPackage("parley.templates..")));

    @ParameterizedTest(name = "{0} uses of Parley only {1}")
    @CsvSource(delimiter = '|', nullValues = "nothing", value = {
            "database | nothing",
            "page     | database",
            "live     | page",
            "session  | page database",
            "user     | session live page database",
            "room     | user session live page database",
            "presence | room user session live page database",
            "look     | session live page database",
            "passkey  | user session live page database",
            "device   | user session live page database",
            "reaction | room user session live page database",
            "message  | reaction room user session live page database",
            "saved    | message room user session live page database"})
    void dependenciesRunOneWay(String name, String uses) {
        String[] allowed = Stream.concat(Stream.of(name, "templates"), Stream.of((uses == null ? "" : uses).split(" ")))
                .filter(word -> !word.isEmpty()).map(word -> "parley." + word + "..").toArray(String[]::new);
        classes().that().resideInAPackage("parley." + name + "..").should()
                .onlyDependOnClassesThat(not(resideInAPackage("parley..")).or(resideInAnyPackage(allowed)))
                .check(PARLEY);
    }

    @Test
    void nobodyUsesTheClassesThatPutParleyTogether() {
        noClasses().that().resideOutsideOfPackage("parley").should().dependOnClassesThat().resideInAPackage("parley")
                .check(PARLEY);
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        slices().matching("parley.(*)..").should().beFreeOfCycles().check(PARLEY);
    }

    @Test
    void everyPackageIsListedHere() {
        classes().should().resideInAnyPackage("parley", "parley.database", "parley.page", "parley.live",
                "parley.session", "parley.user", "parley.room", "parley.presence", "parley.reaction",
                "parley.message", "parley.passkey",
                "parley.device", "parley.look", "parley.saved")
                .check(PARLEY);
    }

    @Test
    void noClassHasANameThatSaysNothing() {
        for (String suffix : SUFFIXES) {
            noClasses().should().haveSimpleNameEndingWith(suffix).check(PARLEY);
        }
    }

    private static Path application() {
        try {
            return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
