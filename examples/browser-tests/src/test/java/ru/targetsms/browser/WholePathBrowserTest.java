package ru.targetsms.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import ru.targetsms.simulator.process.ForkedProgram;

/** What a newcomer sees who runs the README's main job: from the file he drops to the report, at the address it prints. */
class WholePathBrowserTest {

    private static final Pattern ADDRESS = Pattern.compile("See the messages on a phone: (http://localhost:\\d+)/");
    private static final String HEADER = "phone,text_viber,text_sms,sender_viber,sender_sms,client_id_message\n";

    @RegisterExtension
    private final Window window = new Window();

    @TempDir
    private Path folder;

    private Page page;

    @Test
    void fromTheFileToTheReport() throws Exception {
        try (ForkedProgram program = filesToSms()) {
            page = window.open(address());
            assertThat(row("Заказ 1002 готов к выдаче")).isVisible();

            drop("orders.csv", "79001234567,Анна! Ваш заказ 7001 готов,Заказ 7001 готов,Цветы,Flowers,7001\n");
            Locator row = row("Анна! Ваш заказ 7001 готов");
            assertThat(row).containsText("in progress");

            row.getByRole(AriaRole.LINK).click();
            Locator phone = page.getByRole(AriaRole.REGION, named("On the phone"));
            assertThat(phone).containsText("Анна! Ваш заказ 7001 готов");
            assertThat(phone).containsText("Цветы");

            click(AriaRole.BUTTON, "Expired");
            assertThat(timeline()).containsText("Viber: expired");
            assertThat(timeline()).containsText("SMS: tried");
            click(AriaRole.BUTTON, "Delivered");
            assertThat(timeline()).containsText("SMS: delivered");
            assertThat(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.STATUS).first())
                    .containsText("delivered");

            page.getByRole(AriaRole.SEARCHBOX).fill("ЗАКАЗ 7001");
            page.keyboard().press("Enter");
            assertThat(rows()).hasCount(1);
            assertThat(rows()).containsText("79001234567");

            click(AriaRole.LINK, "Faults");
            page.getByLabel("At most so many requests").fill("1");
            page.getByRole(AriaRole.BUTTON, named("Accepts and drops")).click();
            click(AriaRole.LINK, "Inbox");
            assertThat(page.getByText("Faults on: 1.")).isVisible();

            drop("more.csv", "79001234568,,Заказ 7002 готов,,Flowers,7002\n");
            assertThat(row("Заказ 7002 готов")).isVisible();
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(folder.resolve("done/more.csv")));

            click(AriaRole.LINK, "Report");
            assertThat(figure("Duplicates refused")).containsText("1");
            assertThat(figure("Doubled")).containsText("0");
            assertThat(page.getByText("Nothing is wrong.")).isVisible();
        }
    }

    private ForkedProgram filesToSms() throws Exception {
        return new ForkedProgram(
                Class.forName("ru.targetsms.files.FilesToSmsApplication"),
                folder.resolve("console.txt"),
                List.of("-Xmx128m"),
                "--server.port=" + ForkedProgram.freePort(),
                "--files-to-sms.folder=" + folder,
                "--files-to-sms.quiet=50",
                "--targetsms.simulator.profile=manual");
    }

    /** Waits until the program says where its page is. */
    private String address() {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            Matcher line = ADDRESS.matcher(Files.readString(folder.resolve("console.txt")));
                            return line.find() ? line.group(1) : null;
                        },
                        address -> address != null);
    }

    private void drop(String name, String lines) throws IOException {
        Path unfinished = folder.resolve("inbox/" + name + ".part");
        Files.writeString(unfinished, HEADER + lines);
        Files.move(unfinished, folder.resolve("inbox/" + name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void click(AriaRole role, String name) {
        page.getByRole(role, named(name).setExact(role == AriaRole.BUTTON))
                .first()
                .click();
    }

    private Locator row(String text) {
        return rows().filter(new Locator.FilterOptions().setHasText(text));
    }

    private Locator rows() {
        return page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM);
    }

    private Locator timeline() {
        return page.getByRole(AriaRole.REGION, named("What is known"));
    }

    /** Returns the box of the report that has this title. */
    private Locator figure(String title) {
        return page.getByRole(AriaRole.TERM)
                .filter(new Locator.FilterOptions().setHasText(title))
                .locator("..");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
