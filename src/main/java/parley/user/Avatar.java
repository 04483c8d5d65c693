package parley.user;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.regex.Pattern;
import parley.page.Problem;

/** Draws a user's face: the colour of the name, ears, eyes and muzzle by the animal. The same name is the same drawing. */
final class Avatar {

    private static final Pattern WORDS = Pattern.compile("([a-z]{2,20})-([a-z]{2,20})(-\\d{1,9})?");

    private static final String[] EARS = {
            // round, pointed, long, tufted, none but a crest
            "<circle cx='18' cy='20' r='8'/><circle cx='46' cy='20' r='8'/>",
            "<path d='M12 30 14 9 30 20ZM52 30 50 9 34 20Z'/>",
            "<ellipse cx='23' cy='15' rx='5' ry='13'/><ellipse cx='41' cy='15' rx='5' ry='13'/>",
            "<path d='M13 28 10 12 24 19ZM51 28 54 12 40 19Z'/><circle cx='32' cy='17' r='5'/>",
            "<path d='M26 20q2-14 8-9-3 3 2 9Z'/>"};

    private static final String[] EYES = {
            "<circle cx='25' cy='34' r='3'/><circle cx='39' cy='34' r='3'/>",
            "<ellipse cx='25' cy='34' rx='2.4' ry='3.6'/><ellipse cx='39' cy='34' rx='2.4' ry='3.6'/>",
            "<path d='M21 35q4-5 8 0M35 35q4-5 8 0' fill='none' stroke='#1d1b26' stroke-width='2.4' stroke-linecap='round'/>",
            "<circle cx='24' cy='33' r='4'/><circle cx='40' cy='33' r='4'/><circle cx='25.4' cy='31.6' r='1.3' fill='#fff'/><circle cx='41.4' cy='31.6' r='1.3' fill='#fff'/>"};

    private static final String[] MUZZLES = {
            "<ellipse cx='32' cy='42' rx='3' ry='2.2'/><path d='M32 44v2q-4 4-7 1M32 46q4 4 7 1' fill='none' stroke='#1d1b26' stroke-width='1.8' stroke-linecap='round'/>",
            "<path d='M27 40h10l-5 8Z' fill='#f6b73c'/>",
            "<ellipse cx='32' cy='44' rx='9' ry='6' fill='#fff' fill-opacity='.55'/><circle cx='29' cy='43' r='1.4'/><circle cx='35' cy='43' r='1.4'/>",
            "<path d='M26 43q6 6 12 0' fill='none' stroke='#1d1b26' stroke-width='2.2' stroke-linecap='round'/>"};

    private Avatar() {}

    static void show(Context http) {
        var words = WORDS.matcher(http.pathParam("avatar"));
        if (!words.matches()) {
            throw Problem.notFound("There is no such avatar.");
        }
        http.header(Header.CACHE_CONTROL, "public, max-age=31536000, immutable");
        http.contentType("image/svg+xml").result(drawing(words.group(1), words.group(2)));
    }

    static String drawing(String colour, String animal) {
        int hue = Words.HUES.getOrDefault(colour, Math.floorMod(colour.hashCode(), 360));
        int dice = Math.floorMod(animal.hashCode() * 0x9E3779B9, 1 << 30);
        return """
                <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'>\
                <rect width='64' height='64' fill='hsl(%1$d 62%% 86%%)'/>\
                <g fill='hsl(%1$d 55%% 52%%)'>%2$s<path d='M10 64V40a22 22 0 0 1 44 0v24Z'/></g>\
                <ellipse cx='32' cy='58' rx='13' ry='12' fill='hsl(%1$d 60%% 76%%)'/>\
                <g fill='#1d1b26'>%3$s%4$s</g></svg>""".formatted(hue, pick(EARS, dice), pick(EYES, dice >> 8),
                pick(MUZZLES, dice >> 16));
    }

    private static String pick(String[] shapes, int dice) {
        return shapes[Math.floorMod(dice, shapes.length)];
    }
}
