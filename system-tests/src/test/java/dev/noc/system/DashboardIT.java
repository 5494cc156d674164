package dev.noc.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.noc.system.browser.Chromium;
import dev.noc.system.browser.ChromiumExtension;
import dev.noc.system.machine.Need;
import dev.noc.system.machine.Needs;
import dev.noc.system.noc.Stack;
import dev.noc.system.noc.StackExtension;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real Chromium, through the real nginx. */
@Needs({Need.ENGINE, Need.NAMESPACES, Need.CHROMIUM})
@ExtendWith({StackExtension.class, ChromiumExtension.class})
class DashboardIT {

    private static final int SECOND = 1_000;
    private static final Pattern LATENCY = Pattern.compile("\\d+(\\.\\d+)?\u00a0ms");

    private final Stack noc;
    private final Chromium chromium;

    DashboardIT(Stack noc, Chromium chromium) {
        this.noc = noc;
        this.chromium = chromium;
    }

    @Test
    void showsEveryTargetUpWithItsLatency() {
        try (var visit = chromium.visit(noc.url())) {
            awaitRowsUp(visit.page(), 60 * SECOND);
            for (var target : new String[] {"google-dns", "cloudflare-dns", "quad9-dns"}) {
                assertThat(row(visit.page(), target).locator(".target-status")).containsText("Up");
                assertThat(row(visit.page(), target).locator("[data-label=Latency]"))
                        .hasText(LATENCY);
            }
        }
    }

    @Test
    void showsAHostThatFellSilentAsDownAndOneThatAnswersAgainAsUp() {
        try (var visit = chromium.visit(noc.url())) {
            var google = row(visit.page(), "google-dns");
            awaitRowsUp(visit.page(), 60 * SECOND);

            noc.internet().silence("8.8.8.8");
            try {
                assertThat(google)
                        .hasAttribute("data-status", "DOWN", new HasAttributeOptions().setTimeout(30 * SECOND));
                assertThat(google.locator(".target-status")).containsText("Down");
                assertThat(visit.page().locator("h1")).containsText("Google DNS has not answered");
                visit.screenshot("down");
            } finally {
                noc.internet().revive("8.8.8.8");
            }

            awaitRowsUp(visit.page(), 30 * SECOND);
        }
    }

    @Test
    void saysSinceWhenItHasNoDataWhileTheBackendIsAwayAndRecoversByItself() {
        try (var visit = chromium.visit(noc.url())) {
            awaitRowsUp(visit.page(), 60 * SECOND);

            noc.withoutBackend(() -> {
                assertThat(visit.page().locator("h1"))
                        .containsText(
                                Pattern.compile("No data since \\d\\d:\\d\\d"),
                                new ContainsTextOptions().setTimeout(10 * SECOND));
                assertThat(visit.page().locator("[data-status=UP]")).hasCount(0);
                assertThat(visit.page().locator("tr[data-target][data-status=UNKNOWN]"))
                        .hasCount(3);
                visit.screenshot("away");
            });

            awaitRowsUp(visit.page(), 30 * SECOND);
            assertThat(visit.page().locator("h1")).not().containsText("No data");
            assertThat(visit.complaints()).allMatch(text -> text.startsWith("Failed to load resource"));
        }
    }

    @Test
    void showsANameAsTextWhateverItIs() {
        var name = "<img src=x onerror=alert(1)>";
        noc.api().post("/api/v1/targets", """
                {"id": "strange", "name": "%s", "address": "127.0.0.1"}""".formatted(name), noc.token());
        try (var visit = chromium.visit(noc.url())) {
            assertThat(row(visit.page(), "strange").locator(".target-name")).hasText(name);
            assertThat(visit.page().locator("img")).hasCount(0);
            assertThat(visit.complaints()).isEmpty();
        } finally {
            noc.api().delete("/api/v1/targets/strange", noc.token());
        }
    }

    @Test
    void asksNobodyElseAndComplainsOfNothing() {
        try (var visit = chromium.visit(noc.url())) {
            for (int i = 0; i < 2; i++) {
                visit.page().waitForResponse("**/metrics", () -> {});
            }
            awaitRowsUp(visit.page(), 60 * SECOND);

            assertThat(visit.requests())
                    .hasSizeGreaterThan(20)
                    .allMatch(address -> address.startsWith(noc.url() + "/"));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 390", "DARK, 390"})
    void fitsOnTheScreen(ColorScheme scheme, int width) {
        var screen = new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900);
        try (var visit = chromium.visit(noc.url(), screen)) {
            awaitRowsUp(visit.page(), 60 * SECOND);

            visit.screenshot("%s-%d".formatted(scheme, width));

            assertThat(visit.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(width);
        }
    }

    private static Locator row(Page page, String target) {
        return page.locator("tr[data-target=%s]".formatted(target));
    }

    private static void awaitRowsUp(Page page, int patienceMillis) {
        assertThat(page.locator("tr[data-target][data-status=UP]"))
                .hasCount(3, new HasCountOptions().setTimeout(patienceMillis));
    }
}
