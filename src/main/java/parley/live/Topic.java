package parley.live;

import java.util.function.Function;
import java.util.function.Supplier;

/** Something that tabs listen to. Its name is what a mutation wakes. */
public sealed interface Topic {

    String name();

    /** Numbered changes, each delivered once and in order: a tab that was away gets what it missed. */
    record Feed(String name, String epoch, Source source) implements Topic {

        /** At most so many changes are replayed; who is farther behind loads the page anew. */
        public static final int FARTHEST = 1_000;

        /** Whether a tab at the cursor can be brought up to the revision by changes alone. */
        public boolean reaches(Cursor from, long to) {
            return from.epoch().equals(epoch) && from.revision() <= to && to - from.revision() <= FARTHEST;
        }
    }

    /**
     * A live query that everybody sees: a piece of the page of which only the newest state counts.
     *
     * @param run reads the data; run once a change, however many tabs show it
     * @param render makes the element out of it, in UTF-8; called only if the data has changed
     */
    record Piece<T>(String name, Supplier<T> run, Function<T, byte[]> render) implements Topic {

        /** The name before a slash, for the metrics: rooms come and go, the number of metrics must not. */
        String query() {
            return name.split("/")[0];
        }
    }

    /** Where a feed's changes are read. Its revisions count up from 0 without holes. */
    interface Source {

        /** The newest revision. */
        long newest();

        /** What changed after one revision up to another, rendered in UTF-8. */
        Changes changes(long after, long upTo);
    }

    /** @param revision up to which the changes go: that asked for, or the newest if that is less */
    record Changes(long revision, byte[] html) {}
}
