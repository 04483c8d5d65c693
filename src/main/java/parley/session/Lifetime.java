package parley.session;

import java.time.Duration;

/**
 * How long a session lasts, in time that the server runs.
 *
 * @param idle since it was last heard of
 * @param absolute since it was made, or got its present ID
 */
public record Lifetime(Duration idle, Duration absolute) {}
