package dev.smokerunner.observe.browser.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TabStateTest {
    private final TabState tab = new TabState();

    private void begin(String id) {
        tab.navigationStarted(id);
        tab.committed(id);
    }

    @Test
    void isLoadedAfterTheLoadEvent() {
        begin("1");
        assertThat(tab.isDecided()).isFalse();

        tab.loaded("1");

        assertThat(tab.isLoaded()).isTrue();
    }

    @Test
    void takesALoadEventDuringANavigationForTheOldPages() {
        begin("1");
        tab.navigationStarted("2");
        tab.loaded("1");
        assertThat(tab.isLoaded()).isFalse();

        tab.committed("2");

        assertThat(tab.isLoaded()).isFalse();
    }

    @Test
    void passesOverTheLoadEventOfThePageBefore() {
        begin("1");
        begin("2");

        tab.loaded("1");

        assertThat(tab.isLoaded()).isFalse();
    }

    @Test
    void isLoadedWithTheOldPageWhereANavigationBecameADownload() {
        begin("1");
        tab.navigationStarted("2");
        tab.loaded("1");

        tab.navigationFailed("2", true);

        assertThat(tab.isLoaded()).isTrue();
    }

    @Test
    void hasFailedWhereTheFirstNavigationCameToNothing() {
        tab.navigationStarted("1");

        tab.navigationFailed("1", true);

        assertThat(tab.hasFailed()).isTrue();
    }

    @Test
    void hasFailedWhereAPageWentOnToNowhere() {
        begin("1");
        tab.loaded("1");
        tab.navigationStarted("2");

        tab.navigationFailed("2", false);

        assertThat(tab.hasFailed()).isTrue();
        assertThat(tab.isLoaded()).isFalse();
    }

    @Test
    void passesOverTheLoadEventOfTheBrowsersErrorPage() {
        tab.navigationStarted("1");
        tab.navigationFailed("1", false);

        tab.committed("1");
        tab.loaded("1");

        assertThat(tab.isLoaded()).isFalse();
        assertThat(tab.hasFailed()).isTrue();
    }

    @Test
    void isCutWhereTheDocumentItselfEndedEarly() {
        begin("1");

        tab.navigationFailed("1", false);

        assertThat(tab.isCut()).isTrue();
        assertThat(tab.isDecided()).isTrue();
    }

    @Test
    void passesOverANavigationThatAnotherOneReplaced() {
        tab.navigationStarted("1");
        tab.navigationStarted("2");

        tab.navigationFailed("1", true);

        assertThat(tab.hasFailed()).isFalse();
    }

    @Test
    void goesOnAFewTimes() {
        for (int i = 0; i < TabState.MOST_NAVIGATIONS; i++) {
            begin(String.valueOf(i));
        }

        assertThat(tab.keepsNavigating()).isFalse();
    }

    @Test
    void keepsNavigatingWhenItGoesOnOnceMore() {
        for (int i = 0; i <= TabState.MOST_NAVIGATIONS; i++) {
            begin(String.valueOf(i));
        }

        assertThat(tab.keepsNavigating()).isTrue();
    }

    @Test
    void isDecidedWhenItIsGone() {
        begin("1");

        tab.gone();

        assertThat(tab.isDecided()).isTrue();
    }

    @Test
    void leavesAPageUntilTheNextOneHasLoaded() {
        begin("1");
        assertThat(tab.isLeaving()).as("the first page is still coming").isTrue();
        tab.loaded("1");
        assertThat(tab.isLeaving()).isFalse();
        tab.navigationStarted("2");
        assertThat(tab.isLeaving()).isTrue();
        tab.navigationFailed("2", true);
        assertThat(tab.isLeaving()).as("it was a download").isFalse();
    }
}
