package parley.e2e.vocabulary;

import java.util.List;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WrapsDriver;

/** Where a message is in the window, and which part of the window the messages have, in pixels from the top. */
public record Place(long top, long bottom, long logTop, long logBottom) {

    private static final String MEASURE = """
            const message = arguments[0].getBoundingClientRect()
            const log = arguments[0].closest('[role=log]').getBoundingClientRect()
            return [message.top, message.bottom, Math.max(log.top, 0), Math.min(log.bottom, innerHeight)].map(Math.round)
            """;

    static Place of(WebElement message) {
        var script = (JavascriptExecutor) ((WrapsDriver) message).getWrappedDriver();
        var edges = ((List<?>) script.executeScript(MEASURE, message)).stream().map(Long.class::cast).toList();
        return new Place(edges.get(0), edges.get(1), edges.get(2), edges.get(3));
    }

    public boolean isInView() {
        return bottom > logTop && top < logBottom;
    }
}
