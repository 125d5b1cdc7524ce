package app.lookback.query.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImagesTest {

    @Test
    void an_image_is_used_where_a_page_shows_or_links_it() {
        assertThat(Images.in("""
                        <img src="/images/cover.png" srcset="/images/small.png 1x, /images/large.png 2x">
                        <a href='/images/full.png?x#y'>full</a> <img src="/images/cover.png">"""))
                .containsExactly("/images/cover.png", "/images/small.png", "/images/large.png", "/images/full.png");
    }

    @Test
    void an_encoded_name_is_the_name_that_is_stored() {
        assertThat(Images.in("<img src=\"/images/%E5%AD%A3%E7%AF%80+a&amp;b.png\">"))
                .containsExactly("/images/季節+a&b.png");
    }

    @Test
    void other_sites_images_are_none_of_ours() {
        assertThat(Images.in("<img src=\"https://example.org/images/cover.png\">"))
                .isEmpty();
    }
}
