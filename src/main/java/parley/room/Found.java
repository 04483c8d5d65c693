package parley.room;

import java.util.List;

/**
 * Some of the rooms that somebody looked for.
 *
 * @param next the query of the address where the list goes on; "" if this is its end
 */
public record Found(List<Room> rooms, String next) {}
