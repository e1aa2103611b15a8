package ru.targetsms.camel.starter;

import org.jspecify.annotations.NullUnmarked;

/** Holds {@code camel.component.targetsms.ssl.*}: TLS by Spring Boot's own means. No option of the component. */
@NullUnmarked // unset is null
public class SslProperties {

    /**
     * Name of the SSL bundle (spring.ssl.bundle.*) of the connection to the gateway. It is read when the component is
     * made: a bundle that is reloaded later needs a restart.
     */
    private String bundle;

    public String getBundle() {
        return bundle;
    }

    public void setBundle(String bundle) {
        this.bundle = bundle;
    }
}
