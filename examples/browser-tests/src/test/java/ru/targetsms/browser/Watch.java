package ru.targetsms.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Notes whatever a page should not do: an error or warning in the console, a script that fails, a dialog, a request that
 * fails or asks another host, an answer that says error.
 */
final class Watch {

    private static final Set<String> LOUD = Set.of("error", "warning", "assert");

    private final List<String> complaints = new ArrayList<>();
    private boolean yes;

    /** Watches a page; it may ask nobody but the address given. */
    void over(Page page, String baseUrl) {
        page.onConsoleMessage(this::listen);
        page.onPageError(error -> complaints.add("script: " + error));
        page.onDialog(this::asked);
        page.onRequest(request -> {
            if (!request.url().startsWith(baseUrl + "/")) {
                complaints.add("asked another host: " + request.url());
            }
        });
        page.onRequestFailed(this::failed);
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add("HTTP " + response.status() + ": " + response.url());
            }
        });
    }

    /** Returns the complaints and forgets them. */
    List<String> take() {
        List<String> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    /** Tells whether a complaint so far has these words. */
    boolean heard(String words) {
        return complaints.stream().anyMatch(complaint -> complaint.contains(words));
    }

    /** Says yes to the next question of the page, which is then no complaint. */
    void sayYes() {
        yes = true;
    }

    private void asked(Dialog dialog) {
        if (yes && "confirm".equals(dialog.type())) {
            yes = false;
            dialog.accept();
        } else {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        }
    }

    private void listen(ConsoleMessage message) {
        if (LOUD.contains(message.type())) {
            complaints.add("console: " + message.text());
        }
    }

    /** What a page leaves behind when it is left is no failure. */
    private void failed(Request request) {
        if (!"net::ERR_ABORTED".equals(request.failure())) {
            complaints.add(request.failure() + ": " + request.url());
        }
    }
}
