package parley.room;

import io.javalin.http.Context;
import java.math.BigInteger;
import java.security.SecureRandom;
import parley.page.Form;

/** A room that somebody wants to make. */
record NewRoom(RoomName name, Entry entry, Look look) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A name is enough: then everybody may enter. */
    static NewRoom of(Context http) {
        String entry = Form.of(http).text("entry");
        var name = RoomName.of(http);
        return new NewRoom(name, entry.isEmpty() ? Entry.EVERYONE : Entry.of(entry), Look.suggested(name));
    }

    /** A room by invitation has one that says nothing, so its name is in no address, and in nobody's way. */
    String slug() {
        return entry == Entry.EVERYONE ? name.slug() : word();
    }

    /** 80 random bits as a word for an address. */
    private static String word() {
        return new BigInteger(80, RANDOM).setBit(80).toString(32);
    }
}
