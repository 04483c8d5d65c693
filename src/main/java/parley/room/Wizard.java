package parley.room;

import java.util.Locale;
import parley.page.Problem;

/**
 * A room in the making: what was chosen so far, and what is asked next.
 *
 * @param name "" as long as it has none, which means that nobody has begun
 */
public record Wizard(Step step, String name, Entry entry, Look look) {

    /** What is asked, one after the other. */
    public enum Step {

        NAME, ENTRY, LOOK;

        /** @throws Problem 422 if the word is none of them */
        static Step of(String word) {
            for (Step step : values()) {
                if (step.word().equals(word)) {
                    return step;
                }
            }
            throw Problem.invalid("Choose a step: name, entry or look.");
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Wizard NOT_BEGUN = new Wizard(Step.NAME, "", Entry.EVERYONE,
            new Look(Look.EMOJI.getFirst(), Look.HUES.getFirst()));

    public boolean isBegun() {
        return !name.isEmpty();
    }

    Wizard at(Step next) {
        return new Wizard(next, name, entry, look);
    }

    /** Another name suggests another look. */
    Wizard named(RoomName chosen) {
        return new Wizard(step, chosen.text(), entry, chosen.text().equals(name) ? look : Look.suggested(chosen));
    }

    Wizard entered(Entry chosen) {
        return new Wizard(step, name, chosen, look);
    }

    Wizard looking(Look chosen) {
        return new Wizard(step, name, entry, chosen);
    }

    NewRoom room() {
        return new NewRoom(new RoomName(name), entry, look);
    }
}
