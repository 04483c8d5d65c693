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
    private volatile CountDownLatch maySync = new CountDownLatch(0);
    private volatile boolean full;
    private volatile boolean broken;

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

    /** The next sync takes until the disk is released. */
    void hold() {
        maySync = new CountDownLatch(1);
    }

    void release() {
        maySync.countDown();
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
                    if (method.getName().equals("commit")) {
                        commit();
                    } else if (method.getName().equals("prepareStatement") && arguments[0].equals("checkpoint sync")) {
                        sync();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void commit() throws SQLException {
        if (full) {
            throw new SQLException("No space left on device");
        }
        events.add("commit");
    }

    private void sync() throws SQLException {
        Eventually.passed(maySync);
        if (broken) {
            throw new SQLException("Input/output error");
        }
        events.add("sync");
    }
}
