package parley;

import java.math.BigDecimal;
import jdk.jfr.FlightRecorder;
import org.eclipse.jetty.http.MimeTypes;
import org.jdbi.v3.core.statement.JdbiStatementEvent;

/**
 * What takes long to initialize and waits for nothing, done by another core while the application is put together. That is 70 ms of
 * work, of which the start gains 15, since the other core also compiles. Who needs one of them earlier waits for it, as for any class.
 */
final class HeadStart {

    private HeadStart() {}

    static void begin() {
        Thread.ofPlatform().name("head-start").daemon().start(HeadStart::initialize);
    }

    /** In the order in which they are needed. */
    private static void initialize() {
        BigDecimal.ZERO.signum();
        FlightRecorder.register(JdbiStatementEvent.class);
        MimeTypes.DEFAULTS.getMimeMap();
    }
}
