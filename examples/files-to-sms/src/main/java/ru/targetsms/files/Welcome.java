package ru.targetsms.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import ru.targetsms.files.run.Folders;
import ru.targetsms.simulator.boot.GatewayChoice;

/**
 * Tells the user where to drop files. Where the simulator is the gateway, nobody can be harmed: then a program that has
 * never had a file takes the sample.
 */
@Component
class Welcome implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);
    private static final String SAMPLE = "sample.csv";

    private final Folders folders;
    private final Resource sample;
    private final boolean simulator;
    private final String baseUrl;

    Welcome(
            FilesToSmsProperties properties,
            @Value("classpath:" + SAMPLE) Resource sample,
            @Value("${" + GatewayChoice.SIMULATOR + "}") boolean simulator,
            @Value("${" + GatewayChoice.BASE_URL + "}") String baseUrl) {
        this.folders = properties.folders();
        this.sample = sample;
        this.simulator = simulator;
        this.baseUrl = baseUrl;
    }

    @Override
    public void run(ApplicationArguments args) throws IOException {
        folders.create();
        LOG.info("Gateway: {}{}", baseUrl, simulator ? " (a simulator inside this program: nothing leaves it)" : "");
        LOG.info("Drop CSV files into {}", folders.inbox());
        if (simulator) {
            LOG.info("See the messages on a phone: {}/", baseUrl);
        }
        if (simulator && isEmpty(folders.inbox()) && isEmpty(folders.outbox())) {
            LOG.info("No file has been here yet: taking {}", SAMPLE);
            dropSample();
        }
    }

    private void dropSample() throws IOException {
        Path unfinished = folders.inbox().resolve(SAMPLE + ".part");
        try (InputStream in = sample.getInputStream()) {
            Files.copy(in, unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(unfinished, folders.inbox().resolve(SAMPLE), StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }
}
