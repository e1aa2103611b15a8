package ru.targetsms.simulator.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import ru.targetsms.simulator.model.Profile;

/**
 * Gives a Spring Boot test a simulator of its own, and the component {@code targetsms} the address and the account of it.
 * The simulator is a bean, reset before each test, closed with the application; tests that ask for the same one share
 * the application as usual.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureGatewaySimulator
 * class OrderTest {
 *
 *     @Autowired
 *     private GatewaySimulator gateway;
 * }
 * }</pre>
 *
 * <p>{@code camel.component.targetsms.base-url}, {@code username} and {@code password} are set above whatever the
 * application says of them; a token it has is kept, and the simulator lets it in. A simulator inside the application
 * ({@code targetsms.simulator.enabled}) stays off.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface AutoConfigureGatewaySimulator {

    /** Says what moves the messages through their states. */
    Profile profile() default Profile.INSTANT;

    /** Says how many times faster than life {@code REALISTIC} runs; 1 or more. */
    int speed() default 1;
}
