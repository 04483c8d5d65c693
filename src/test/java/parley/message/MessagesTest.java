package parley.message;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.LongStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.Visitor;
import parley.database.TemporaryDatabase;
import parley.live.Live;
import parley.page.Problem;
import parley.room.Revisions;
import parley.room.Room;
import parley.user.User;

class MessagesTest {

    private static final int PAGE = 50;

    @RegisterExtension
    static final TemporaryDatabase database = new TemporaryDatabase();

    private final Live live = new Live(new SimpleMeterRegistry());
    private Messages messages;
    private User ann;
    private User bob;
    private Room room;

    @BeforeEach
    void someRoomWithTwoUsers() {
        messages = open();
        ann = Made.user(database, "Ann");
        bob = Made.user(database, "Bob");
        room = Made.room(database);
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void eachPostTakesTheNextNumberOfItsRoom() {
        var other = Made.room(database);

        assertThat(List.of(post(room, ann, "a").posted(), post(room, bob, "b").posted(), post(other, ann, "c").posted(),
                post(room, ann, "d").posted())).containsExactly(1L, 2L, 1L, 3L);
        assertThat(texts(all(room))).containsExactly("a", "b", "d");
    }

    @Test
    void aPageIsReadFromItsEndAndNotFromTheFirstMessageOfTheRoom() {
        String plan = database.read(handle -> handle.createQuery("explain " + Messages.BEFORE)
                .bind("room", room.id()).bind("posted", 1_000).bind("most", PAGE).mapTo(String.class).one());

        assertThat(plan).contains("index sorted");
    }

    @Test
    void whatWasMadeOneUsersCanBeMadeAnothers() {
        var cleo = Made.user(database, "Cleo");
        post(room, ann, "a");
        post(room, bob, "b");
        post(room, cleo, "c");

        merge(ann, bob);
        merge(bob, cleo);

        assertThat(all(room)).extracting(Message::author).containsOnly(cleo);
        assertThat(revision(room)).isEqualTo(6);
    }

    @Test
    void whatBecameAnothersIsFoundByItsLastChangeAlone() {
        var cleo = Made.user(database, "Cleo");
        post(room, ann, "a");
        post(room, cleo, "b");
        merge(ann, bob);
        post(room, cleo, "c");
        merge(bob, cleo);

        assertThat(texts(changed(room, 0, 5))).containsExactly("a", "b", "c");
        assertThat(texts(changed(room, 0, 4))).containsExactly("b", "c");
        assertThat(texts(changed(room, 2, 3))).as("it moved on").isEmpty();
        assertThat(changed(room, 4, 5)).extracting(Message::author).containsExactly(cleo);
    }

    @Test
    void whoGaveAwayWhatTheyWroteAndWritesAgainIsAnAuthorAgain() {
        post(room, ann, "a");
        merge(ann, bob);

        post(room, ann, "b");
        messagesRenamed(ann);

        assertThat(revision(room)).isEqualTo(4);
    }

    @Test
    void whoWritesAgainInTheSameCommitIsAnAuthorAgain() {
        post(room, ann, "a");
        database.write(transaction -> {
            messages.merged(transaction, ann, bob);
            return messages.post(transaction, ann, room, draft("b"));
        });

        messagesRenamed(ann);

        assertThat(revision(room)).isEqualTo(4);
    }

    @Test
    void whoGivesAwayWhatTheyWriteInTheSameCommitIsNoAuthorAfterIt() {
        database.write(transaction -> {
            messages.post(transaction, ann, room, draft("a"));
            messages.merged(transaction, ann, bob);
            return null;
        });

        post(room, ann, "b");
        messagesRenamed(ann);

        assertThat(revision(room)).isEqualTo(4);
    }

    @Test
    void whatIsReadIsWhatWasPosted() {
        var posted = post(room, ann, "Hello");

        assertThat(all(room)).containsExactly(posted);
        assertThat(posted.author()).isEqualTo(ann);
        assertThat(posted.revision()).isEqualTo(1);
    }

    @Test
    void postsFromEverywhereAtOnceLeaveNoHoles() throws Exception {
        var rooms = List.of(room, Made.room(database), Made.room(database));
        List<Callable<Message>> posts = IntStream.range(0, 150).mapToObj(
                number -> (Callable<Message>) () -> post(rooms.get(number % 3), number % 2 == 0 ? ann : bob,
                        "" + number))
                .toList();

        try (var threads = Executors.newFixedThreadPool(12)) {
            threads.invokeAll(posts);
        }

        for (var each : rooms) {
            assertThat(changed(each, 0, 1_000)).extracting(Message::posted)
                    .containsExactlyElementsOf(rangeClosed(1, 50).boxed().toList());
            assertThat(revision(each)).isEqualTo(50);
        }
        assertThat(rooms.stream().flatMap(each -> texts(all(each)).stream()).collect(groupingBy(Function.identity())))
                .hasSize(150);
    }

    @Test
    void theSameDraftTwiceIsOneMessage() {
        var draft = draft("Once");

        var first = post(room, ann, draft);

        assertThat(post(room, ann, draft)).isEqualTo(first);
        assertThat(post(room, ann, new Draft("Another text", draft.key()))).isEqualTo(first);
        assertThat(texts(all(room))).containsExactly("Once");
        assertThat(revision(room)).isEqualTo(1);
    }

    @Test
    void aRefusedPostLeavesNothingBehind() {
        var draft = draft("Ann's");
        post(room, ann, draft);
        var other = Made.room(database);

        assertThatThrownBy(() -> post(other, bob, draft)).isInstanceOf(Problem.class)
                .hasMessage("Another message has this key. Send it again with a new one.");

        assertThat(revision(other)).isZero();
        assertThat(all(other)).isEmpty();
        messagesRenamed(bob);
        assertThat(revision(other)).as("Bob did not write there").isZero();
    }

    @Test
    void aPostThatIsTakenBackLeavesItsNumberToTheNext() {
        post(room, ann, "a");
        assertThatThrownBy(() -> database.write(transaction -> {
            messages.post(transaction, ann, room, draft("b"));
            throw new IllegalStateException("Changed my mind");
        })).hasMessage("Changed my mind");

        assertThat(post(room, ann, "c").posted()).isEqualTo(2);
        assertThat(revision(room)).isEqualTo(2);
    }

    @Test
    void theNumbersGoOnAfterARestart() {
        post(room, ann, "a");
        messages = open();

        assertThat(post(room, ann, "b").posted()).isEqualTo(2);
    }

    @Test
    void theHistoryIsReadPageByPageFromItsEnd() {
        IntStream.rangeClosed(1, 2 * PAGE + 1).forEach(number -> post(room, ann, "" + number));

        var newest = database.read(handle -> messages.newest(handle, room));
        var second = before(newest.messages().getFirst().posted());
        var first = before(second.messages().getFirst().posted());

        assertThat(texts(newest.messages())).hasSize(PAGE).startsWith("52").endsWith("101");
        assertThat(texts(second.messages())).hasSize(PAGE).startsWith("2").endsWith("51");
        assertThat(texts(first.messages())).containsExactly("1");
        assertThat(List.of(newest.older(), second.older(), first.older())).containsExactly(true, true, false);
        assertThat(before(1).messages()).isEmpty();
    }

    @Test
    void aPageThatIsJustFullHasNothingBeforeIt() {
        IntStream.rangeClosed(1, PAGE).forEach(number -> post(room, ann, "" + number));

        assertThat(before(Long.MAX_VALUE).older()).isFalse();
    }

    @Test
    void whatChangedLiesBetweenTwoRevisions() {
        IntStream.rangeClosed(1, 5).forEach(number -> post(room, ann, "" + number));

        assertThat(texts(changed(room, 2, 4))).containsExactly("3", "4");
        assertThat(changed(room, 5, 9)).isEmpty();
    }

    @Test
    void aRenameTakesANumberInEachRoomWhereTheUserWrote() {
        var second = Made.room(database);
        var silent = Made.room(database);
        post(room, ann, "a");
        post(second, ann, "b");
        post(silent, bob, "c");

        messagesRenamed(ann);

        assertThat(List.of(revision(room), revision(second), revision(silent))).containsExactly(2L, 2L, 1L);
    }

    private Messages open() {
        return new Messages(new Revisions(live), new Newest(live), database.open()::epoch, new SimpleMeterRegistry());
    }

    private Message post(Room where, User author, String text) {
        return post(where, author, draft(text));
    }

    private Message post(Room where, User author, Draft draft) {
        return database.write(transaction -> messages.post(transaction, author, where, draft));
    }

    private static Draft draft(String text) {
        return new Draft(text, Visitor.newKey());
    }

    private void messagesRenamed(User user) {
        database.write(transaction -> {
            messages.renamed(transaction, user);
            return null;
        });
    }

    private List<Message> all(Room where) {
        return database.read(handle -> messages.newest(handle, where).messages());
    }

    private History before(long posted) {
        return database.read(handle -> messages.before(handle, room, posted));
    }

    private List<Message> changed(Room where, long after, long upTo) {
        return database.read(handle -> messages.changed(handle, where, after, upTo));
    }

    private void merge(User from, User to) {
        database.write(transaction -> {
            messages.merged(transaction, from, to);
            return null;
        });
    }

    private long revision(Room where) {
        return database.read((Handle handle) -> messages.revision(handle, where));
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(Message::body).toList();
    }
}
