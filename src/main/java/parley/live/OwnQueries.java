package parley.live;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import parley.page.Problem;

/**
 * The sessions that listen, and what of the page is theirs. Until a query of a session is touched for the first time nothing is
 * kept of it, so ten thousand tabs that only read cost a map entry each.
 */
final class OwnQueries {

    private record Last(Object data, byte[] html) {}

    private final Meters meters;
    private final List<OwnQuery<Object>> queries = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> presence = new CopyOnWriteArrayList<>();
    private final Map<String, Set<Tab>> tabs = new ConcurrentHashMap<>();
    /** By owner, then by the query's name. */
    private final Map<String, Map<String, Last>> last = new HashMap<>();

    OwnQueries(Meters meters) {
        this.meters = meters;
    }

    @SuppressWarnings("unchecked")
    void add(OwnQuery<?> query) {
        queries.add((OwnQuery<Object>) query);
    }

    void onPresence(Consumer<String> listener) {
        presence.add(listener);
    }

    Set<String> owners() {
        return tabs.keySet();
    }

    void join(Tab tab) {
        String owner = tab.subscription().owner();
        if (tabs.merge(owner, Set.of(tab), OwnQueries::union).size() == 1) {
            presence.forEach(listener -> listener.accept(owner));
        }
    }

    void leave(Tab tab) {
        String owner = tab.subscription().owner();
        tabs.computeIfPresent(owner, (name, all) -> without(all, tab));
        if (!tabs.containsKey(owner)) {
            last.remove(owner);
            presence.forEach(listener -> listener.accept(owner));
        }
    }

    Set<Tab> of(String owner) {
        return tabs.getOrDefault(owner, Set.of());
    }

    /** All pieces of one session, as they are now. */
    byte[] html(String owner) {
        var html = new ByteArrayOutputStream();
        queries.forEach(query -> html.writeBytes(query.html(owner)));
        return html.toByteArray();
    }

    Stream<OwnQuery<Object>> reading(String topic) {
        return queries.stream().filter(query -> query.reads().contains(topic));
    }

    /** Brings the tabs of the session up to date in what the query shows. */
    void pass(String owner, OwnQuery<Object> query) {
        if (tabs.containsKey(owner)) {
            try {
                renew(owner, query);
            } catch (Problem ended) {
                unlessEnded(ended);
            }
        }
    }

    /** The last news of a session may come in the commit that ends it: then there is nobody left to be told. */
    private static void unlessEnded(Problem problem) {
        if (problem.status() != 401) {
            throw problem;
        }
    }

    private void renew(String owner, OwnQuery<Object> query) {
        var known = last.computeIfAbsent(owner, first -> new HashMap<>());
        var before = known.get(query.name());
        Object data = query.run().apply(owner);
        meters.ran(query.name());
        if (before != null && Objects.equals(data, before.data())) {
            return;
        }
        byte[] html = query.render().apply(data);
        meters.rendered(query.name());
        known.put(query.name(), new Last(data, html));
        if (before == null || !Arrays.equals(html, before.html())) {
            send(owner, query.name(), Payload.piece(html));
        }
    }

    private void send(String owner, String query, Payload payload) {
        var all = of(owner);
        all.forEach(tab -> tab.send(payload));
        meters.sent("piece", all.size(), payload);
        meters.sentPiece(query, all.size());
    }

    private static Set<Tab> union(Set<Tab> some, Set<Tab> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }

    private static Set<Tab> without(Set<Tab> all, Tab tab) {
        var rest = new HashSet<>(all);
        rest.remove(tab);
        return rest.isEmpty() ? null : Set.copyOf(rest);
    }
}
