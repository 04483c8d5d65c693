package parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.Context;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.database.TemporaryDatabase;
import parley.page.Problem;

class PagingTest {

    @RegisterExtension
    static final TemporaryDatabase database = new TemporaryDatabase();

    private final Signature signature = new Signature(database.open());
    private final SessionId ann = SessionId.of(Secret.fresh().text());
    private final SessionId bob = SessionId.of(Secret.fresh().text());

    @Test
    void theFirstStretchBeginsAtTheBeginning() {
        assertThat(paging("/saved", ann, null).after()).isEmpty();
    }

    @Test
    void aCursorLeadsOn() {
        assertThat(paging("/saved", ann, cursor("/saved", ann, "17 ä")).after()).isEqualTo("17 ä");
    }

    @Test
    void aCursorIsStillGoodAfterARestart() {
        String cursor = cursor("/saved", ann, "17");

        assertThat(Paging.of(request("/saved", cursor), ann, new Signature(database.open())).after()).isEqualTo("17");
    }

    @Test
    void aCursorOfAnotherSessionOrPathIsRefused() {
        String cursor = cursor("/saved", ann, "17");

        assertRefused(() -> paging("/saved", bob, cursor));
        assertRefused(() -> paging("/other", ann, cursor));
    }

    @Test
    void whoChangesACursorIsRefused() {
        String cursor = cursor("/saved", ann, "17");

        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertRefused(() -> paging("/saved", ann, changed));
        }
        assertRefused(() -> paging("/saved", ann, ""));
        assertRefused(() -> paging("/saved", ann, "17"));
    }

    private static void assertRefused(Runnable read) {
        assertThatThrownBy(read::run).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.status()).isEqualTo(400));
    }

    private String cursor(String path, SessionId session, String position) {
        return paging(path, session, null).next(position).replace("page=", "");
    }

    private Paging paging(String path, SessionId session, String cursor) {
        return Paging.of(request(path, cursor), session, signature);
    }

    private static Context request(String path, String cursor) {
        return (Context) Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[]{Context.class},
                (proxy, method, arguments) -> method.getName().equals("path") ? path : cursor);
    }
}
