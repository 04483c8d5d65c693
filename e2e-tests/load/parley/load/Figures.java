package parley.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What one run gave, by name, in the order of the table's columns. */
final class Figures {

    private final Map<String, Object> values = new LinkedHashMap<>();
    private Faults faults = new Faults();

    Figures with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    Figures with(String name, long value) {
        return with(name, Long.valueOf(value));
    }

    /** Where a figure does not apply there is none. */
    Figures with(String name, double value) {
        return Double.isNaN(value) ? this : with(name, Double.valueOf(value));
    }

    Figures with(Faults faults) {
        this.faults = faults;
        return with("faults", faults.toString());
    }

    Map<String, Object> values() {
        return values;
    }

    Faults faults() {
        return faults;
    }

    String cell(String name) {
        return switch (values.get(name)) {
            case null -> "";
            case Double number ->
                "%,.{}f".replace("{}", number >= 1_000 ? "0" : number >= 10 ? "1" : "2").formatted(number);
            case Long number -> "%,d".formatted(number);
            case Object other -> other.toString();
        };
    }

    String json() {
        return values.entrySet().stream().map(entry -> text(entry.getKey()) + ": " + json(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String json(Object value) {
        return value instanceof Number ? value.toString() : text(value.toString());
    }

    private static String text(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
