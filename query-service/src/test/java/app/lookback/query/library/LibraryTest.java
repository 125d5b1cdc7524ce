package app.lookback.query.library;

import static app.lookback.query.platform.Stores.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.contract.AddressEvent.AddressClaimed;
import app.lookback.contract.PersonId;
import app.lookback.contract.Role;
import app.lookback.query.platform.BeingRebuilt;
import app.lookback.query.platform.Deleted;
import app.lookback.query.platform.NotFound;
import app.lookback.query.platform.Readiness;
import app.lookback.query.platform.Stores;
import app.lookback.query.platform.Written;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LibraryTest {

    private static final PersonId ADA = PersonId.random();
    private static final PersonId BEN = PersonId.random();

    private final Stores stores = new Stores();
    private final Library library = new Library(stores.views, stores.log);
    private final Readiness readiness = new Readiness();
    private final Membership membership = new Membership(library, readiness);
    private final Written written = Written.by(ADA, "/posts/untitled/")
            .types(ADA, 0, "Hello")
            .moved(ADA, "/posts/look-back/")
            .admitted(BEN, ADA)
            .published(BEN);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void holds_path_people_and_editions() {
        project(written.events(), library);

        assertThat(library.find(written.post)).hasValueSatisfying(post -> {
            assertThat(post.path()).isEqualTo("/posts/look-back/");
            assertThat(post.authors()).containsExactly(ADA, BEN);
            assertThat(post.editions()).hasSize(1);
        });
        assertThat(library.of(BEN)).hasSize(1);
    }

    @Test
    void its_file_is_where_its_path_says_until_it_is_placed() {
        project(written.events(), library);
        assertThat(library.find(written.post).map(Shelved::file)).hasValue("content/posts/look-back.md");

        project(
                written.placed(ADA, "content/films/look-back/index.ja.md")
                        .moved(ADA, "/posts/b/")
                        .events(),
                library);
        assertThat(library.find(written.post).map(Shelved::file)).hasValue("content/films/look-back/index.ja.md");
    }

    @Test
    void whose_access_was_taken_back_finds_no_post() {
        written.owns(BEN, ADA).tookBack(ADA, BEN);

        project(written.events(), library);

        assertThat(membership.mayRead(written.post, ADA)).isFalse();
        assertThat(library.find(written.post)).hasValueSatisfying(post -> {
            assertThat(post.authors()).containsExactly(BEN);
            assertThat(post.owners()).containsExactly(BEN);
        });
    }

    @Test
    void a_withdrawn_post_is_one_until_its_next_edition() {
        project(written.withdrawn(ADA).events(), library);
        assertThat(library.find(written.post))
                .hasValueSatisfying(post -> assertThat(post.withdrawn()).isTrue());

        project(written.published(ADA).events(), library);
        assertThat(library.find(written.post))
                .hasValueSatisfying(post -> assertThat(post.withdrawn()).isFalse());
    }

    @Test
    void a_deleted_post_is_in_nobodys_library_until_it_is_restored() {
        Principal ben = BEN::value;
        project(written.deleted(ADA).events(), library);
        assertThat(library.of(ADA)).isEmpty();
        assertThat(library.of(BEN)).isEmpty();
        assertThat(library.deleted(10)).extracting(Shelved::post).containsExactly(written.post);
        assertThat(membership.mayRead(written.post, BEN)).isFalse();
        assertThatThrownBy(() -> membership.enter(written.post.value(), ben)).isInstanceOf(Deleted.class);

        project(written.restored(BEN).events(), library);
        assertThat(library.of(ADA)).hasSize(1);
        assertThat(library.deleted(10)).isEmpty();
        assertThat(membership.enter(written.post.value(), ben)).isEqualTo(written.post);
    }

    @Test
    void a_view_that_is_late_lets_nobody_into_a_deleted_post() {
        project(written.events(), library);
        written.takeEvents();

        written.deleted(ADA).takeEvents().forEach(membership::happened);
        assertThat(membership.mayRead(written.post, BEN)).isFalse();
        assertThatThrownBy(() -> membership.enter(written.post.value(), BEN::value))
                .isInstanceOf(Deleted.class);

        written.restored(ADA).takeEvents().forEach(membership::happened);
        assertThat(membership.mayRead(written.post, BEN)).isTrue();
    }

    @Test
    void a_reviewer_finds_the_post_and_is_none_of_its_authors() {
        var cleo = PersonId.random();
        project(written.reviewedBy(cleo, BEN).events(), library);
        assertThat(library.of(cleo)).hasSize(1);
        assertThat(membership.mayRead(written.post, cleo)).isTrue();
        assertThat(library.find(written.post)).hasValueSatisfying(post -> {
            assertThat(post.authors()).containsExactly(ADA, BEN);
            assertThat(post.people()).containsExactly(ADA, BEN, cleo);
            assertThat(post.role(cleo)).isEqualTo(Role.REVIEWER);
        });

        project(written.owns(cleo, ADA).events(), library);
        assertThat(library.find(written.post)).hasValueSatisfying(post -> {
            assertThat(post.owners()).containsExactly(ADA, cleo);
            assertThat(post.reviewers()).isEmpty();
        });
    }

    @Test
    void while_the_library_is_rebuilt_no_post_is_said_not_to_exist() {
        Principal ada = ADA::value;
        assertThatThrownBy(() -> membership.enter(written.post.value(), ada)).isInstanceOf(NotFound.class);
        readiness.areFarBehind(Set.of("library"));

        assertThatThrownBy(() -> membership.enter(written.post.value(), ada)).isInstanceOf(BeingRebuilt.class);
        project(written.events(), library);
        assertThat(membership.enter(written.post.value(), ada)).isEqualTo(written.post);
    }

    @Test
    void the_same_events_twice_change_nothing() {
        project(written.events(), library);
        var once = library.find(written.post);

        project(written.events(), library, 1);

        assertThat(library.find(written.post)).isEqualTo(once);
    }

    @Test
    void dropped_and_rebuilt_it_is_equal() {
        project(written.events(), library);
        var before = library.find(written.post);

        Stores.reset(library);
        assertThat(library.find(written.post)).isEmpty();
        project(written.events(), library);

        assertThat(library.find(written.post)).isEqualTo(before);
    }

    @Test
    void what_the_view_missed_is_taken_from_the_log() {
        stores.append(written.events());
        int size = written.events().size();

        project(written.events().subList(size - 1, size), library);

        assertThat(library.find(written.post)).contains(library.asOf(written.post, 4));
    }

    @Test
    void a_post_is_read_by_its_people_only() {
        project(written.events(), library);

        assertThat(membership.mayRead(written.post, ADA)).isTrue();
        assertThat(membership.mayRead(written.post, BEN)).isTrue();
        assertThat(membership.mayRead(written.post, PersonId.random())).isFalse();
    }

    @Test
    void a_post_that_one_was_not_let_into_is_as_unknown_as_one_that_is_not_there() {
        project(written.events(), library);
        Principal stranger = () -> PersonId.random().value();

        assertThatThrownBy(() -> membership.enter(written.post.value(), stranger))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> membership.enter("../etc/passwd", stranger)).isInstanceOf(NotFound.class);
        assertThat(membership.enter(written.post.value(), ADA::value)).isEqualTo(written.post);
    }

    @Test
    void a_file_leads_to_the_post_that_stands_there_now() {
        project(written.events(), library);

        assertThat(library.address("posts/look-back")).isEqualTo("/posts/look-back/");
        assertThat(library.address("look-back")).isEqualTo("/posts/look-back/");
        assertThat(library.address("untitled")).isNull();
    }

    @Test
    void a_file_leads_to_the_post_that_stood_there_then_also_when_all_is_built_again() {
        var claimed = new AddressClaimed("/posts/look-back/", written.post, Instant.now());
        stores.append(List.of(new GenericDomainEventMessage<>("Address", claimed.path(), 0, claimed)));
        stores.append(written.events());
        var published = Instant.now();

        assertThat(library.address("look-back", published)).isEqualTo("/posts/look-back/");
        assertThat(library.address("look-back", claimed.at().minusSeconds(1))).isNull();
        assertThat(library.address("untitled", published)).isNull();
    }
}
