package parley.page;

/** What people may call themselves and their rooms. */
public final class Names {

    private Names() {}

    /**
     * The text without white space around it, if it can stand as a name.
     *
     * @param what the subject of the refusal, such as "A name"
     * @param longest in code points
     * @throws Problem 422 with the reason
     */
    public static String check(String what, String text, int longest) {
        String name = text.strip();
        if (name.codePoints().noneMatch(Names::visible)) {
            throw Problem.invalid(what + " needs at least one visible character.");
        }
        if (name.codePointCount(0, name.length()) > longest) {
            throw Problem.invalid(what + " has at most " + longest + " characters.");
        }
        if (name.codePoints().anyMatch(Names::misleading)) {
            throw Problem.invalid(
                    what + " cannot hold control characters or characters that turn the direction of writing.");
        }
        return name;
    }

    /** Letters and symbols that have no ink: fillers of Hangul, the empty Braille cell. */
    private static final String BLANK = "\u115f\u1160\u3164\uffa0\u2800";

    /** Whether the character leaves a mark on the page by itself. */
    public static boolean visible(int c) {
        return BLANK.indexOf(c) < 0 && !Character.isWhitespace(c) && !Character.isSpaceChar(c)
                && switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.UNASSIGNED, Character.SURROGATE -> false;
                    default -> true;
                };
    }

    /** U+202A to U+202E and U+2066 to U+2069 override or isolate direction, and could dress one name up as another. */
    private static boolean misleading(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069;
    }
}
