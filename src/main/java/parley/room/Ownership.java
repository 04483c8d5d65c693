package parley.room;

import parley.page.Problem;

/** The context of who made the room. */
record Ownership(Membership membership) {

    /** A step: refuses who did not make it. */
    static Ownership of(Membership membership) {
        if (!isOwner(membership)) {
            throw new Problem(403, "Only who made the room may do this.");
        }
        return new Ownership(membership);
    }

    static boolean isOwner(Membership membership) {
        return membership.handle().createQuery("select count(*) from rooms where id = :room and owner_id = :user")
                .bind("room", membership.room().id()).bind("user", membership.user().id()).mapTo(Integer.class)
                .one() > 0;
    }
}
