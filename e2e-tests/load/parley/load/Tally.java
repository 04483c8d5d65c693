package parley.load;

/** What a run counts. */
final class Tally {

    /** Deliveries that the messages sent so far must add up to, tabs that come and go left aside. */
    long owed;

    long delivered;
    long bytes;

    /** Posts that were answered. */
    long answered;

    long reconnects;

    /** From the moment at which a message was due to each of its deliveries, in the tabs that read all the time. */
    final Histogram untilDelivered = new Histogram();

    /** From the same moment to the answer of its post. */
    final Histogram untilAnswered = new Histogram();

    final Faults faults = new Faults();
}
