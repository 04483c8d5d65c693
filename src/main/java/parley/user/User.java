package parley.user;

/**
 * The public person behind messages.
 *
 * @param id 16 characters of base32hex; follows from the session that first was this user
 * @param avatar names the drawing under {@code /avatars/}: the words of the first name
 */
public record User(String id, String name, String avatar) {

    User named(String newName) {
        return new User(id, newName, avatar);
    }
}
