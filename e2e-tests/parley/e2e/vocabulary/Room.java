package parley.e2e.vocabulary;

import java.net.URI;

/** A room of its own for one test, so that tests share an application and still do not meet. */
public record Room(Browser browser, URI site, String slug) {

    static Room make(Browser browser, URI site, String name) {
        return new Room(browser, site, new Visitor(site).makeRoom(name));
    }

    /** Somebody opens it in a new tab. */
    public Tab newTab() {
        return browser.newTab(site).open(path());
    }

    /** Somebody without a browser who is about to talk here. */
    public Visitor newVisitor() {
        return new Visitor(site);
    }

    /** The same room by another way. */
    public Room through(Proxy proxy) {
        return new Room(browser, proxy.address(), slug);
    }

    /** As from another device in the house: over plain http that is no secure context, as `localhost` is one. */
    public Room onLan() {
        return new Room(browser, URI.create("http://parley.lan:" + site.getPort()), slug);
    }

    public String path() {
        return "/rooms/" + slug;
    }
}
