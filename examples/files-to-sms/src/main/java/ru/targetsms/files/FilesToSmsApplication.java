package ru.targetsms.files;

import org.apache.camel.CamelContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import ru.targetsms.files.progress.ProgressFactory;
import ru.targetsms.files.run.FileRuns;
import ru.targetsms.files.run.SendFailures;
import ru.targetsms.simulator.boot.GatewayChoice;

/** Watches a folder for CSV files and sends every row as an SMS or Viber message. */
@SpringBootApplication
@EnableConfigurationProperties(FilesToSmsProperties.class)
public class FilesToSmsApplication {

    /** Starts the program; it runs until it is stopped. */
    public static void main(String[] args) {
        start(args);
    }

    static ConfigurableApplicationContext start(String... args) {
        SpringApplication application = new SpringApplication(FilesToSmsApplication.class);
        application.addListeners(new GatewayChoice());
        return application.run(args);
    }

    /** Stops Camel before the web server: the simulator inside has to answer what is still on its way to it. */
    @EventListener
    void stopCamelFirst(ContextClosedEvent closed) {
        closed.getApplicationContext().getBean(CamelContext.class).stop();
    }

    @Bean
    FileRuns fileRuns(FilesToSmsProperties properties) {
        return new FileRuns(properties.folders(), properties.chunk(), new ProgressFactory());
    }

    @Bean
    SendFailures sendFailures() {
        return new SendFailures();
    }
}
