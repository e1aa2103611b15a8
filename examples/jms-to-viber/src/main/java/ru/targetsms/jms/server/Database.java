package ru.targetsms.jms.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.targetsms.jms.JmsToViberProperties;

/** Runs PostgreSQL inside the program. What it holds outlives the program. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(ServerChoice.DATABASE)
class Database {

    private static final int PATIENCE_SECONDS = 30;

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres(JmsToViberProperties properties) throws IOException {
        Path folder = properties.data().resolve("postgres");
        endLeftOver(folder);
        Files.createDirectories(folder);
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setPort(properties.databasePort())
                .start();
    }

    @Bean
    JdbcConnectionDetails postgresInside(EmbeddedPostgres postgres) {
        return new Inside(postgres.getJdbcUrl("postgres", "postgres"));
    }

    /** Ends the server of a program that was killed: it went on alone, and the data are still its own. */
    private static void endLeftOver(Path folder) throws IOException {
        Path pid = folder.resolve("postmaster.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                    .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                    .filter(ProcessHandle::destroy)
                    .ifPresent(process -> process.onExit()
                            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .join());
        }
    }

    private record Inside(String jdbcUrl) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return jdbcUrl;
        }

        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "";
        }
    }
}
