package parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.Reply;
import parley.RunningParley;
import parley.Visitor;

class PostTest {

    private static final int AT_ONCE = 16;

    @RegisterExtension
    static final RunningParley parley = new RunningParley();

    private final String room = parley.room();
    private final Visitor ann = parley.visitor();
    private final String key = Visitor.newKey();

    @Test
    void aPostIsAnsweredByItsMessage() {
        var reply = ann.post(room, "Hello", key).is(201);

        assertThat(reply.texts()).containsExactly("Hello");
        assertThat(reply.messages().getFirst().id()).isEqualTo("message-" + key);
        assertThat(reply.messages().getFirst().select(".author").text()).isEqualTo(ann.name());
        assertThat(parley.said(room)).containsExactly("Hello");
        assertThat(parley.said("general")).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', value = {
            "key=0123456789abcdef                                 | A message needs some text.",
            "key=0123456789abcdef&body=+%0A+%E2%80%8B             | A message needs some text.",
            "key=0123456789abcdef&body=zero%00                    | A message cannot hold the NUL character.",
            "body=Hello                                           | The field key is missing or malformed",
            "body=Hello&key=short                                 | The field key is missing or malformed",
            "body=Hello&key=0123456789abcdef%22+onload            | The field key is missing or malformed"})
    void whatIsNoMessageIsRefusedWithTheReason(String form, String reason) {
        ann.submit("POST", "/rooms/" + room + "/messages", form).refused(422, reason);

        assertThat(parley.said(room)).isEmpty();
    }

    @Test
    void aMessageThatIsTooLongIsRefusedWithItsLength() {
        ann.say(room, "x".repeat(4_001)).refused(422, "at most 4,000 characters; this one has 4,001");

        assertThat(parley.said(room)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"%FF", "%C3", "%ED%A0%80", "%C0%AF", "%zz", "%"})
    void whatIsNotUtf8IsRefused(String body) {
        ann.submit("POST", "/rooms/" + room + "/messages", "key=" + key + "&body=" + body).refused(400, "UTF-8");

        assertThat(parley.said(room)).isEmpty();
    }

    @Test
    void whatIsNotUtf8EvenBeforeDecodingIsRefused() {
        byte[] form = ("key=" + key + "&body=x").getBytes();
        form[form.length - 1] = (byte) 0xE9;

        ann.ask("POST", "/rooms/" + room + "/messages", BodyPublishers.ofByteArray(form)).refused(400, "UTF-8");

        assertThat(parley.said(room)).isEmpty();
    }

    @Test
    void whatIsNoFormIsRefused() {
        ann.with("Content-Type", "application/json").say(room, "Hello")
                .refused(400, "application/x-www-form-urlencoded");
        ann.without("Content-Type").say(room, "Hello").refused(400, "application/x-www-form-urlencoded");

        assertThat(parley.said(room)).isEmpty();
    }

    @Test
    void aDraftThatIsSentAgainIsTheSameMessage() {
        var first = ann.post(room, "Once", key).is(201);
        ann.say(room, "In between");

        assertThat(ann.post(room, "Once", key).is(201).body()).isEqualTo(first.body());
        assertThat(parley.said(room)).containsExactly("Once", "In between");
    }

    @Test
    void aDraftThatIsSentManyTimesAtOnceIsOneMessageAndOneAnswer() throws Exception {
        var posts = new ArrayList<Callable<Reply>>();
        for (int i = 0; i < AT_ONCE; i++) {
            posts.add(() -> ann.post(room, "Once", key));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = threads.invokeAll(posts);

            assertThat(replies).extracting(reply -> reply.get().is(201).body()).containsOnly(
                    replies.getFirst().get().body());
        }
        assertThat(parley.said(room)).containsExactly("Once");
    }

    @Test
    void aKeyThatIsSomebodyElsesIsRefusedAndTheirMessageStays() {
        ann.post(room, "Ann's", key).is(201);

        parley.visitor().post(room, "Not Ann's", key).refused(422, "Another message has this key");

        assertThat(parley.said(room)).containsExactly("Ann's");
    }

    @Test
    void aKeyThatIsOfAnotherRoomIsRefused() {
        String elsewhere = parley.room();
        ann.post(elsewhere, "There", key).is(201);

        ann.post(room, "Here", key).refused(422, "Another message has this key");

        assertThat(parley.said(room)).isEmpty();
        assertThat(parley.said(elsewhere)).containsExactly("There");
    }

    @Test
    void whatIsRefusedTakesNoNumber() {
        ann.say(room, "One");
        parley.visitor().post(room, "", key).is(422);
        parley.visitor().say(room, "x".repeat(5_000)).is(422);

        assertThat(ann.say(room, "Two").messages().getFirst().attr("data-posted")).isEqualTo("2");
    }
}
