package app.lookback.stories;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The few lines that must not be crossed. */
@AnalyzeClasses(packages = "app.lookback", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_text_algebra_needs_only_the_jdk = classes()
            .that()
            .resideInAPackage("app.lookback.text..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("app.lookback.text..", "java..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule command_service_does_not_see_query_service = noClasses()
            .that()
            .resideInAPackage("app.lookback.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("app.lookback.query..");

    @ArchTest
    static final ArchRule query_service_does_not_see_command_service = noClasses()
            .that()
            .resideInAPackage("app.lookback.query..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("app.lookback.command..");

    @ArchTest
    static final ArchRule the_contract_sees_neither_service = noClasses()
            .that()
            .resideInAPackage("app.lookback.contract..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("app.lookback.command..", "app.lookback.query..");

    @ArchTest
    static final ArchRule markdown_is_rendered_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackage("app.lookback.query.rendering..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vladsch.flexmark..");

    @ArchTest
    static final ArchRule no_feature_sees_the_inside_of_another =
            classes().that(areInsideAFeature()).should(beUsedByTheirOwnFeatureOnly());

    @ArchTest
    static final ArchRule the_features_that_decide_form_no_cycle =
            slices().matching("app.lookback.command.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_features_that_answer_form_no_cycle =
            slices().matching("app.lookback.query.(*)..").should().beFreeOfCycles();

    /** What a feature shows is public and stands in its top package; all else is its inside. */
    private static DescribedPredicate<JavaClass> areInsideAFeature() {
        return DescribedPredicate.describe(
                "are inside a feature",
                type -> !feature(type).isEmpty()
                        && (isDeeper(type) || !type.getModifiers().contains(JavaModifier.PUBLIC)));
    }

    private static ArchCondition<JavaClass> beUsedByTheirOwnFeatureOnly() {
        return new ArchCondition<>("be used by their own feature only") {
            @Override
            public void check(JavaClass inside, ConditionEvents events) {
                inside.getDirectDependenciesToSelf().stream()
                        .filter(use -> !feature(use.getOriginClass()).equals(feature(inside)))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(inside, use.getDescription())));
            }
        };
    }

    /** The package of the feature to which the type belongs, as in app.lookback.command.post; empty for wiring. */
    private static String feature(JavaClass type) {
        var parts = type.getPackageName().split("\\.");
        var inService = parts.length > 3 && (parts[2].equals("command") || parts[2].equals("query"));
        return inService ? String.join(".", parts[0], parts[1], parts[2], parts[3]) : "";
    }

    private static boolean isDeeper(JavaClass type) {
        return !type.getPackageName().equals(feature(type));
    }
}
