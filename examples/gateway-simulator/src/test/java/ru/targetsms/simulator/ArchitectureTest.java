package ru.targetsms.simulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "ru.targetsms", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule layers_know_only_those_below = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("face")
            .definedBy(
                    "ru.targetsms.simulator",
                    "ru.targetsms.simulator.boot",
                    "ru.targetsms.simulator.boot.test",
                    "ru.targetsms.simulator.assertion")
            .layer("server")
            .definedBy("ru.targetsms.simulator.server")
            .layer("page")
            .definedBy("ru.targetsms.simulator.page")
            .layer("api")
            .definedBy("ru.targetsms.simulator.api")
            .layer("gateway")
            .definedBy("ru.targetsms.simulator.gateway")
            .layer("fault")
            .definedBy("ru.targetsms.simulator.fault")
            .layer("protocol")
            .definedBy("ru.targetsms.simulator.protocol")
            .layer("model")
            .definedBy("ru.targetsms.simulator.model")
            .whereLayer("face")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("face")
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("api")
            .mayOnlyBeAccessedByLayers("server", "page")
            .whereLayer("gateway")
            .mayOnlyBeAccessedByLayers("face", "server", "page", "api")
            .whereLayer("protocol")
            .mayOnlyBeAccessedByLayers("gateway")
            .whereLayer("fault")
            .mayOnlyBeAccessedByLayers("face", "server", "page", "api", "gateway");

    @ArchTest
    static final ArchRule the_proxy_knows_nothing_of_the_simulator = noClasses()
            .that()
            .resideInAPackage("..proxy..")
            .should()
            .dependOnClassesThat(resideInAPackage("ru.targetsms..").and(resideOutsideOfPackage("..proxy..")));

    @ArchTest
    static final ArchRule the_gateway_is_plain_java = noClasses()
            .that()
            .resideInAnyPackage("..model..", "..protocol..", "..fault..", "..gateway..", "..proxy..", "..process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "com.fasterxml..", "org.slf4j..");

    @ArchTest
    static final ArchRule the_witness_shares_no_code_with_the_component =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("ru.targetsms.camel..", "org.apache.camel..");
}
