package parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.Visitor;
import parley.database.TemporaryDatabase;
import parley.live.Live;
import parley.session.SessionContext;
import parley.session.SessionId;
import parley.session.SessionIds;
import parley.session.Sessions;

/** Abandoned wizards, by the clock that sessions age by. */
class WizardsTest {

    @RegisterExtension
    static final TemporaryDatabase database = new TemporaryDatabase();

    private final Sessions sessions = new Sessions(database.open(), SessionIds.CLIENT);
    private final Live live = new Live(new SimpleMeterRegistry());
    private final Wizards wizards = new Wizards(live);
    private final SessionId session = SessionId.of(Visitor.newSecret());

    WizardsTest() {
        goOn();
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void areForgottenAfterADay() {
        pass(Duration.ofDays(1));
        assertThat(isBegun()).isTrue();

        pass(Duration.ofMinutes(1));

        assertThat(isBegun()).isFalse();
    }

    @Test
    void areKeptWhileSomebodyGoesOn() {
        pass(Duration.ofHours(23));
        goOn();
        pass(Duration.ofHours(23));

        assertThat(isBegun()).isTrue();
    }

    @Test
    void endWithTheirSession() {
        database.write(transaction -> {
            sessions.end(transaction, session);
            return null;
        });

        assertThat(isBegun()).isFalse();
    }

    private void goOn() {
        database.write(transaction -> wizards.keep(sessions.made(new SessionContext(session, transaction)),
                Wizard.NOT_BEGUN.named(new RoomName("Half a room"))));
    }

    private void pass(Duration time) {
        database.write(transaction -> {
            transaction.handle().execute("update session_clock set minutes = minutes + ?", time.toMinutes());
            wizards.sweep(transaction);
            return null;
        });
    }

    private boolean isBegun() {
        return database.open().read(transaction -> wizards.of(new SessionContext(session, transaction))).isBegun();
    }
}
