package ru.targetsms.jms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import ru.targetsms.simulator.boot.GatewayChoice;

/**
 * Gives a program that has never had an order a few samples, and as many made-up orders as it is asked for. Only where
 * the gateway is on this machine: there nobody can be harmed.
 */
@Component
class SampleOrders implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SampleOrders.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final long FIRST_PHONE = 70000400000L;

    private final JmsToViberProperties properties;
    private final Resource[] samples;
    private final boolean harmless;
    private final ProducerTemplate camel;

    SampleOrders(
            JmsToViberProperties properties,
            @Value("classpath:samples/*.json") Resource[] samples,
            @Value("${" + GatewayChoice.BASE_URL + "}") String baseUrl,
            ProducerTemplate camel) {
        this.properties = properties;
        this.samples = samples;
        this.harmless = GatewayChoice.isHere(baseUrl);
        this.camel = camel;
    }

    @Override
    public void run(ApplicationArguments args) throws IOException {
        if (harmless && properties.orders() > 0) {
            LOG.info("Putting {} made-up orders on the queue", properties.orders());
            for (int n = 1; n <= properties.orders(); n++) {
                camel.sendBody("jms:queue:orders", madeUp(n));
            }
        } else if (harmless && Files.notExists(properties.done())) {
            LOG.info("No order has been here yet: taking the samples");
            for (Resource sample : samples) {
                drop(sample);
            }
        }
    }

    /** Drops a file as it should be done: under another name first. */
    private void drop(Resource sample) throws IOException {
        Files.createDirectories(properties.inbox());
        Path file = properties.inbox().resolve(sample.getFilename());
        Path unfinished = properties.inbox().resolve(sample.getFilename() + ".part");
        try (InputStream in = sample.getInputStream()) {
            Files.copy(in, unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String madeUp(int n) throws JsonProcessingException {
        return JSON.writeValueAsString(new Order(
                "M" + n,
                Long.toString(FIRST_PHONE + n),
                "Анна",
                "https://shop.example/pictures/" + n + ".jpg",
                "https://shop.example/orders/M" + n));
    }
}
