package ru.targetsms.camel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.io.ObjectInputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.TrustManager;
import org.apache.camel.spi.Metadata;
import ru.targetsms.camel.model.MessageField;

/** Holds the three rings: arrows point inward only. */
@AnalyzeClasses(packages = "ru.targetsms.camel", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String MODEL = "ru.targetsms.camel.model..";
    private static final String TEXT = "ru.targetsms.camel.text..";
    private static final String TRACKING = "ru.targetsms.camel.tracking..";
    private static final String NULLNESS = "org.jspecify.annotations..";
    private static final String OBSERVE = "ru.targetsms.camel.observe..";
    private static final String MICROMETER = "io.micrometer..";
    private static final String GATEWAY = "ru.targetsms.camel.gateway..";
    private static final String DSL = "ru.targetsms.camel.dsl..";

    @ArchTest
    static final ArchRule the_inner_ring_is_plain_java = classes()
            .that()
            .resideInAnyPackage(MODEL, TEXT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    MODEL,
                    TEXT,
                    "java.lang..",
                    "java.util..",
                    "java.math..",
                    "java.time..",
                    "java.nio..",
                    "java.security..",
                    NULLNESS);

    @ArchTest
    static final ArchRule the_inner_ring_does_no_input_and_no_output = noClasses()
            .that()
            .resideInAnyPackage(MODEL, TEXT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.util.concurrent..");

    @ArchTest
    static final ArchRule the_gateway_knows_the_model_and_borrows_from_camel = classes()
            .that()
            .resideInAPackage(GATEWAY)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    GATEWAY,
                    MODEL,
                    TEXT,
                    "java..",
                    "javax.net.ssl..",
                    "javax.xml.stream..",
                    "jakarta.xml.bind..",
                    "org.apache.hc..",
                    "org.apache.camel",
                    "org.apache.camel.component.http..",
                    "org.apache.camel.converter.jaxb..",
                    NULLNESS,
                    "org.apache.camel.spi",
                    "org.apache.camel.support..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule the_trackers_know_the_model_and_plain_jdbc = classes()
            .that()
            .resideInAPackage(TRACKING)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(TRACKING, MODEL, TEXT, "java..", "javax.sql..", "org.slf4j..", NULLNESS);

    @ArchTest
    static final ArchRule wire_classes_stay_inside_the_gateway = classes()
            .that()
            .areAnnotatedWith(XmlAccessorType.class)
            .should()
            .resideInAPackage(GATEWAY)
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule only_the_gateway_speaks_http_and_xml = noClasses()
            .that()
            .resideOutsideOfPackage(GATEWAY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..", "jakarta.xml.bind..", "javax.xml.stream..", "java.net.http..");

    /** Its library is an optional one: where it is missing, everything else has to work. */
    @ArchTest
    static final ArchRule nothing_needs_the_endpoint_dsl = noClasses()
            .that()
            .resideOutsideOfPackage(DSL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DSL, "org.apache.camel.builder.endpoint..");

    @ArchTest
    static final ArchRule the_endpoint_dsl_knows_the_model_and_camel = classes()
            .that()
            .resideInAPackage(DSL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(DSL, MODEL, "java..", "org.apache.camel..");

    @ArchTest
    static final ArchRule only_the_observers_touch_what_may_be_missing = noClasses()
            .that()
            .resideOutsideOfPackage(OBSERVE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(MICROMETER, "org.apache.camel.telemetry..", "org.apache.camel..console..");

    /** Whoever else did would fail to load where Micrometer is not. */
    @ArchTest
    static final ArchRule micrometer_is_touched_behind_one_door = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Meters")
            .or()
            .haveSimpleName("Meters")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(MICROMETER);

    @ArchTest
    static final ArchRule health_is_what_camel_itself_brings =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.camel.impl..");

    @ArchTest
    static final ArchRule nothing_is_deserialised =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .orShould()
            .callMethod(TimeUnit.class, "sleep", long.class);

    @ArchTest
    static final ArchRule nobody_prints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule r4_nobody_switches_the_checks_of_tls_off = noClasses()
            .should()
            .beAssignableTo(TrustManager.class)
            .orShould()
            .beAssignableTo(HostnameVerifier.class)
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("Noop")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("TrustAll");

    @ArchTest
    static final ArchRule every_header_is_described_for_the_catalogue = fields().that()
            .areDeclaredIn(TargetSmsConstants.class)
            .and()
            .arePublic()
            .and()
            .doNotHaveName("PREFIX")
            .should()
            .beAnnotatedWith(Metadata.class);

    @ArchTest
    static void every_header_begins_with_the_prefix_and_every_field_has_one(JavaClasses classes) throws Exception {
        List<String> headers = headers();

        assertThat(headers).doesNotHaveDuplicates().allMatch(header -> header.matches("CamelTargetSms[A-Z]\\w+"));
        assertThat(MessageField.values())
                .allSatisfy(field -> assertThat(headers).contains(TargetSmsConstants.header(field)));
    }

    private static List<String> headers() throws IllegalAccessException {
        List<String> headers = new ArrayList<>();
        for (Field field : TargetSmsConstants.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && field.getType() == String.class
                    && !field.getName().equals("PREFIX")) {
                headers.add((String) field.get(null));
            }
        }
        return headers;
    }
}
