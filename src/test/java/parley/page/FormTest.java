package parley.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.Context;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {

    private record Age(int years) {
        static Age of(String text) {
            if (!text.matches("\\d+")) {
                throw Problem.invalid("An age is a number.");
            }
            return new Age(Integer.parseInt(text));
        }
    }

    private record Person(String name, Age age) {
        Person {
            if (age.years() < 0) {
                throw new IllegalStateException();
            }
        }

        static Person of(Form form) {
            return form.read(fields -> new Person(fields.field("name", name -> Names.check("A name", name, 5)),
                    fields.field("age", Age::of)));
        }
    }

    @Test
    void goodFieldsBecomeARecord() {
        assertThat(Person.of(form("name=Ann&age=7"))).isEqualTo(new Person("Ann", new Age(7)));
    }

    @Test
    void allThatIsWrongIsToldAtOnceFieldByField() {
        assertThatThrownBy(() -> Person.of(form("name=Annabelle&age=old"))).isInstanceOfSatisfying(Problem.class,
                problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.fields()).containsExactly(Map.entry("name", "A name has at most 5 characters."),
                            Map.entry("age", "An age is a number."));
                });
    }

    @Test
    void whatIsRightIsNotAmongIt() {
        assertThatThrownBy(() -> Person.of(form("name=Ann&age="))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.fields()).containsOnlyKeys("age"));
    }

    @Test
    void aMistakeInTheProgramIsNotTakenForOneInTheForm() {
        assertThatThrownBy(() -> form("name=Ann").read(fields -> {
            throw new NullPointerException("a mistake");
        })).hasMessage("a mistake");
    }

    private static Form form(String body) {
        return Form.of((Context) Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[]{Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isFormUrlencoded" -> true;
                    case "bodyAsBytes" -> body.getBytes();
                    default -> throw new AssertionError(method);
                }));
    }
}
