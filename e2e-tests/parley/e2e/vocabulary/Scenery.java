package parley.e2e.vocabulary;

/** What the tests of a class have in common. Each part is started when it is first asked for. */
final class Scenery {

    private Browser browser;
    private Application application;

    Browser browser() {
        if (browser == null) {
            browser = Browser.start();
        }
        return browser;
    }

    Application application() {
        if (application == null) {
            application = Application.start();
        }
        return application;
    }

    void takeDown() {
        if (browser != null) {
            browser.close();
        }
        if (application != null) {
            application.close();
        }
    }
}
