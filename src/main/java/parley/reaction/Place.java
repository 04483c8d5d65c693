package parley.reaction;

/** Where a message is: its room, and the revision that it was posted at. */
record Place(long room, long posted) {}
