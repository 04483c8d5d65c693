package parley.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/** The end point of a tab that reads when it is told to. */
final class Pipe {

    private final List<String> writes = new ArrayList<>();
    private Callback pending;
    private boolean reading;

    EndPoint endPoint() {
        return (EndPoint) Proxy.newProxyInstance(EndPoint.class.getClassLoader(), new Class<?>[]{EndPoint.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("write");
                    write((Callback) arguments[0], (ByteBuffer[]) arguments[1]);
                    return null;
                });
    }

    private void write(Callback callback, ByteBuffer... buffers) {
        assertThat(pending).as("a write that is still in flight").isNull();
        var bytes = new StringBuilder();
        for (var buffer : buffers) {
            bytes.append(ISO_8859_1.decode(buffer));
        }
        writes.add(bytes.toString());
        pending = callback;
        if (reading) {
            read();
        }
    }

    /** From now on everything is read at once. */
    void readOn() {
        reading = true;
        if (pending != null) {
            read();
        }
    }

    void read() {
        var callback = pending;
        pending = null;
        callback.succeeded();
    }

    void breakDown() {
        var callback = pending;
        pending = null;
        callback.failed(new IOException("broken pipe"));
    }

    /** Each write as one string. */
    List<String> writes() {
        return writes;
    }

    boolean isIdle() {
        return pending == null;
    }
}
