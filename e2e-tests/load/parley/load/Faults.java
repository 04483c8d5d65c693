package parley.load;

/** What must not happen, counted. */
final class Faults {

    /** Messages that a tab was owed and never got. */
    long missing;

    long doubled;
    long disordered;

    /** Messages whose number is not the one that somebody else saw, or of another room, or of nobody. */
    long confused;

    /** Connections that ended, or did not begin, without a reason that the run gave. */
    long cut;

    /** Posts that were refused. */
    long refused;

    /** The first of those that come with words. */
    private String words = "";

    long total() {
        return missing + doubled + disordered + confused + cut + refused;
    }

    void cut(String why) {
        cut++;
        note("cut: " + why);
    }

    void refused(String why) {
        refused++;
        note("refused: " + why);
    }

    private void note(String why) {
        if (words.isEmpty()) {
            words = why.lines().findFirst().orElse("");
        }
    }

    @Override
    public String toString() {
        return total() == 0
                ? "none"
                : "%d missing, %d doubled, %d disordered, %d confused, %d cut, %d refused %s"
                        .formatted(missing, doubled, disordered, confused, cut, refused, words).strip();
    }
}
