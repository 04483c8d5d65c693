package parley;

import java.math.BigDecimal;
import jdk.jfr.FlightRecorder;
import org.jdbi.v3.core.statement.JdbiStatementEvent;

/**
 * What takes long to initialize and waits for nothing, done by another core while the application is put together. Whoever needs one of
 * them earlier waits for it, as for any class. It is nearly 60 ms of work; the start gains a quarter of that, since the other core also
 * compiles.
 *
 * <p>Only classes belong here that initialize none which the application might begin with: two threads, each in the midst of a class
 * that needs the other's, wait for ever.
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
    }
}
