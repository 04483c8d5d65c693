package parley.load;

/** How fast messages follow each other. */
sealed interface Pace {

    /** Whatever becomes of those before: a time counts from the moment at which a message was due. */
    record Rate(double aSecond) implements Pace {

        @Override
        public String toString() {
            return "%.0f/s".formatted(aSecond);
        }
    }

    /** As fast as it goes, with so many that were not yet delivered to everybody. */
    record InFlight(int messages) implements Pace {

        @Override
        public String toString() {
            return messages + " in flight";
        }
    }
}
