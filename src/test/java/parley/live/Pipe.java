package parley.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/** The end point of a tab that reads when it is told to, and its channel, which takes nothing by itself unless it is told to. */
final class Pipe implements WritableByteChannel {

    private final List<String> writes = new ArrayList<>();
    private final StringBuilder taken = new StringBuilder();
    private Callback pending;
    private boolean reading;
    private boolean broken;
    private int takes;

    EndPoint endPoint() {
        return (EndPoint) Proxy.newProxyInstance(EndPoint.class.getClassLoader(), new Class<?>[]{EndPoint.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getTransport")) {
                        return this;
                    }
                    assertThat(method.getName()).isEqualTo("write");
                    write((Callback) arguments[0], (ByteBuffer[]) arguments[1]);
                    return null;
                });
    }

    /** From now on the channel takes so many bytes of each write. */
    void take(int bytes) {
        takes = bytes;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        if (broken) {
            throw new IOException("broken pipe");
        }
        int count = Math.min(takes, bytes.remaining());
        taken.append(ISO_8859_1.decode(bytes.slice().limit(count)));
        bytes.position(bytes.position() + count);
        return count;
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
        broken = true;
        if (pending != null) {
            var callback = pending;
            pending = null;
            callback.failed(new IOException("broken pipe"));
        }
    }

    /** What the channel took. */
    String taken() {
        return taken.toString();
    }

    /** Each write as one string. */
    List<String> writes() {
        return writes;
    }

    boolean isIdle() {
        return pending == null;
    }

    @Override
    public boolean isOpen() {
        return !broken;
    }

    @Override
    public void close() {
        broken = true;
    }
}
