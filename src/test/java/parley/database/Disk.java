package parley.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;

/** A database in memory with a table {@code t(x)}. It writes down what happens to it, and fails on demand. */
final class Disk {

    private final JdbcDataSource source = new JdbcDataSource();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private volatile boolean full;

    Disk() {
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Jdbi.create(source).useHandle(handle -> handle.execute("create table t (x int primary key)"));
    }

    Jdbi jdbi() {
        return Jdbi.create(this::connect);
    }

    void fills() {
        full = true;
    }

    /** {@code commit}, and what tests add. */
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
}
