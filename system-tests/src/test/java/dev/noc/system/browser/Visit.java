package dev.noc.system.browser;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page, and what it asked for and complained of since it was opened. */
public final class Visit implements AutoCloseable {

    private final Page page;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Visit(Page page) {
        this.page = page;
        page.onRequest(request -> requests.add(request.url()));
        page.onPageError(complaints::add);
        page.onDialog(this::refuse);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        // In the words of the policy; Chromium's own are not the same for every kind of violation.
        page.addInitScript("document.addEventListener('securitypolicyviolation',"
                + " (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`))");
    }

    public Page page() {
        return page;
    }

    /** The addresses that the page has asked for. */
    public List<String> requests() {
        return requests;
    }

    /** Errors and warnings of the console, errors that no script caught, dialogs, and violations of the policy. */
    public List<String> complaints() {
        return complaints;
    }

    /** Leaves a picture in target/screenshots, for people to look at. */
    public void screenshot(String name) {
        var file = Path.of("target", "screenshots", name.toLowerCase(Locale.ROOT) + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    private void refuse(Dialog dialog) {
        complaints.add("dialog: " + dialog.message());
        dialog.dismiss();
    }

    @Override
    public void close() {
        page.context().close();
    }
}
