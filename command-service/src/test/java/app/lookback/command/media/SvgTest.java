package app.lookback.command.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.command.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgTest {

    private static final String OPEN =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">";

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            <g fill="red"><path d="M0 0h9"></path></g>                         ¦ <g fill="red"><path d="M0 0h9"></path></g>
            <script>alert(1)</script><g></g>                                   ¦ <g></g>
            <SCRIPT>alert(1)</SCRIPT><g></g>                                   ¦ <g></g>
            <foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject><g></g> ¦ <g></g>
            <g onclick="alert(1)" ONLOAD="x"></g>                              ¦ <g></g>
            <a href="https://evil.example"><g></g></a>                         ¦ <g></g>
            <use href="https://evil.example/#a"></use>                         ¦ <use></use>
            <use xlink:href="#a"></use>                                        ¦ <use href="#a"></use>
            <image href="https://evil.example/a.png"></image>                  ¦ <image></image>
            <image href="data:image/svg+xml;base64,PHN2Zz4="></image>          ¦ <image></image>
            <image href="data:text/html;base64,PGI+"></image>                  ¦ <image></image>
            <g fill="url(#a)"></g>                                             ¦ <g fill="url(#a)"></g>
            <g fill="url('#a')"></g>                                           ¦ <g fill="url('#a')"></g>
            <g fill="url(https://evil.example/a)"></g>                         ¦ <g></g>
            <g style="fill:u\\72l(//evil.example)"></g>                        ¦ <g></g>
            <style>.a{fill:red}</style>                                        ¦ <style>.a{fill:red}</style>
            <style>@im<!-- -->port "//evil.example"</style>                    ¦ <style></style>
            <style>.a{fill:url(//evil.example)}</style>                        ¦ <style></style>
            <set attributeName="href" to="javascript:alert(1)"></set>          ¦ <set></set>
            <animate attributeName="opacity" values="0;1"></animate>           ¦ <animate attributeName="opacity" values="0;1"></animate>
            <metadata>GPS</metadata><g></g>                                    ¦ <g></g>
            <iframe src="//evil.example"></iframe><g></g>                      ¦ <g></g>
            <text xml:base="//evil.example">a &lt; b</text>                    ¦ <text>a &lt; b</text>
            <?xml-stylesheet href="//evil.example"?><g></g>                    ¦ <g></g>
            """)
    void a_drawing_keeps_what_draws(String sent, String kept) {
        assertThat(clean(OPEN + sent + "</svg>")).endsWith("svg\">" + kept + "</svg>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
                "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
                "<!DOCTYPE svg SYSTEM 'http://127.0.0.1:1/a.dtd'><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>"
            })
    void a_drawing_with_entities_or_broken_off_is_refused(String sent) {
        assertThatThrownBy(() -> clean(sent))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("unfit-drawing"));
    }

    @Test
    void what_is_too_deep_or_too_large_is_refused() {
        assertThatThrownBy(() -> clean(OPEN + "<g>".repeat(100_000))).hasMessageContaining("200 deep");
        assertThatThrownBy(() -> clean(OPEN + " ".repeat(2_000_000) + "</svg>")).hasMessageContaining("2 MB");
    }

    @ParameterizedTest
    @CsvSource({
        "width='40' height='20.5px',40,20",
        "width='100%' height='100%' viewBox='0 0 300 150',300,150",
        "'viewBox=\"-1,-1,24,24\"',24,24",
        "id='a',0,0"
    })
    void a_drawing_may_name_its_size(String attributes, int width, int height) {
        var svg = bytes("<?xml version='1.0'?><!-- a --><svg xmlns='http://www.w3.org/2000/svg' " + attributes + "/>");

        assertThat(CleanImage.of(svg).form()).isEqualTo(new ImageForm("image/svg+xml", "svg", width, height));
    }

    @Test
    void a_photograph_in_a_drawing_says_no_place() {
        var photograph = Base64.getEncoder().encodeToString(Pictures.jpeg(6));

        var kept = clean(OPEN + "<image href=\"data:image/png;base64," + photograph + "\"/></svg>");

        var clean = Base64.getEncoder()
                .encodeToString(CleanImage.of(Pictures.jpeg(6)).bytes());
        assertThat(kept).contains("\"data:image/jpeg;base64," + clean + "\"");
    }

    private static String clean(String svg) {
        return new String(CleanImage.of(bytes(svg)).bytes(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String svg) {
        return svg.getBytes(StandardCharsets.UTF_8);
    }
}
