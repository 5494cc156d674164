package dev.noc.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import dev.noc.system.machine.Need;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium, driven by Playwright. */
public final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox", // root may not have one
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Whatever it wants of the world beside noc: it finds no address.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() {
        var ownBrowser = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(ownBrowser));
        var options = new LaunchOptions()
                .setExecutablePath(Need.chromium().orElseThrow())
                .setArgs(FLAGS);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** Opens a page, and from then on notes what happens on it. */
    public Visit visit(String url, Browser.NewContextOptions options) {
        var context = browser.newContext(options.setLocale("en-GB").setTimezoneId("UTC"));
        var visit = new Visit(context.newPage());
        visit.page().navigate(url);
        return visit;
    }

    public Visit visit(String url) {
        return visit(url, new Browser.NewContextOptions());
    }

    @Override
    public void close() {
        playwright.close();
    }
}
