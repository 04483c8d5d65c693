package parley.e2e.vocabulary;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What assistive technology takes an element for. The selector only narrows the search; the browser has the last word. */
enum Role {
    ALERT("[role=alert]"),
    BUTTON("button, summary"),
    CHECKBOX("[type=checkbox]"),
    LINK("a[href]"),
    LOG("[role=log]"),
    NAVIGATION("nav"),
    RADIO("[type=radio]"),
    RADIOGROUP("[role=radiogroup]"),
    STATUS("[role=status]"),
    TEXTBOX("input, textarea");

    private final By candidates;

    Role(String selector) {
        this.candidates = By.cssSelector(selector);
    }

    By candidates() {
        return candidates;
    }

    boolean isOf(WebElement element) {
        var role = element.getAriaRole();
        return role.equalsIgnoreCase(name()) || this == BUTTON && role.equals("DisclosureTriangle");
    }
}
