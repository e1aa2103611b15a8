package ru.targetsms.files;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import ru.targetsms.files.run.Folders;

/**
 * The program's own settings.
 *
 * @param folder the folder in which {@code inbox}, {@code outbox}, {@code done} and {@code failed} lie; text, since
 *     Spring would look for a path in the web server's folder
 * @param chunk how many messages are handed to the component at once, and kept in memory
 */
@ConfigurationProperties("files-to-sms")
public record FilesToSmsProperties(@DefaultValue(".") String folder, @DefaultValue("1000") int chunk) {

    /** Returns the folders the program works in. */
    public Folders folders() {
        return new Folders(Path.of(folder));
    }
}
