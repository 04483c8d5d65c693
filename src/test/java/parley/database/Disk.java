package parley.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import parley.Eventually;

/** A database in memory with a table {@code t(x)}. It writes down what happens to it, and fails on demand. */
final class Disk {

    private final JdbcDataSource source = new JdbcDataSource();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch mayGoOn = new CountDownLatch(0);
    private volatile boolean full;
    private volatile boolean broken;
    private volatile boolean untidy;

    Disk() {
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Jdbi.create(source).useHandle(handle -> handle.execute("create table t (x int primary key)"));
    }

    Jdbi jdbi() {
        return Jdbi.create(this::connect);
    }

    /** Refuses every commit from now on. */
    void fills() {
        full = true;
    }

    /** Takes commits, but cannot sync them any more. */
    void breaksDown() {
        broken = true;
    }

    /** Takes commits and syncs them, but cannot tidy up. */
    void cannotTidyUp() {
        untidy = true;
    }

    /** The next commit can be seen, but takes until the disk is released. */
    void hold() {
        mayGoOn = new CountDownLatch(1);
    }

    void release() {
        mayGoOn.countDown();
    }

    /** {@code commit}, {@code sync}, and what tests add. */
    List<String> events() {
        return events;
    }

    /** The rows that everybody sees. */
    List<Integer> rows() {
        return Jdbi.create(source)
                .withHandle(handle -> handle.select("select x from t order by x").mapTo(Integer.class).list());
    }

    private Connection connect() throws SQLException {
        var connection = source.getConnection();
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Connection.class},
                (proxy, method, arguments) -> {
                    before(method.getName(), arguments);
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        after(method.getName());
                    }
                });
    }

    private void before(String method, Object[] arguments) throws SQLException {
        if (method.equals("commit")) {
            commit();
        } else if (method.equals("prepareStatement") && arguments[0].equals("checkpoint sync")) {
            sync();
        } else if (method.equals("prepareStatement")
                && arguments[0].toString().contains("information_schema.settings")) {
            tidyUp();
        }
    }

    private void after(String method) {
        if (method.equals("commit")) {
            Eventually.passed(mayGoOn);
        }
    }

    private void commit() throws SQLException {
        if (full) {
            throw new SQLException("No space left on device");
        }
        events.add("commit");
    }

    private void sync() throws SQLException {
        if (broken) {
            throw new SQLException("Input/output error");
        }
        events.add("sync");
    }

    private void tidyUp() throws SQLException {
        if (untidy) {
            throw new SQLException("Input/output error");
        }
    }
}
