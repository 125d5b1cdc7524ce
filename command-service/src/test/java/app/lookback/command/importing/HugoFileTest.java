package app.lookback.command.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.command.importing.HugoFile.TooLong;
import app.lookback.command.platform.Refusal;
import app.lookback.contract.FileForm;
import app.lookback.contract.FileForm.LineEnd;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HugoFileTest {

    @ParameterizedTest
    @CsvSource({
        "'a\nb\n', 'a\nb\n', false, LF",
        "'a\r\nb\r\n', 'a\nb\n', false, CRLF",
        "'\uFEFFa\nb', 'a\nb', true, LF",
        "'\uFEFFa\r\n\r\nb', 'a\n\nb', true, CRLF",
        "'no line end', 'no line end', false, LF",
        "'\n', '\n', false, LF",
        "'\r\n', '\n', false, CRLF",
        "'a\uFEFFb', 'a\uFEFFb', false, LF",
        "'\uFEFF\uFEFFa', '\uFEFFa', true, LF",
        "'---\ntitle:\tTabs\n---\n\n\tcode', '---\ntitle:\tTabs\n---\n\n\tcode', false, LF",
        "'映画 😀\u2028x', '映画 😀\u2028x', false, LF",
    })
    void a_file_is_its_source_and_what_has_to_be_put_back(
            String file, String source, boolean byteOrderMark, LineEnd lineEnd) {
        var read = HugoFile.read(file.getBytes(UTF_8));

        assertThat(read).isEqualTo(new HugoFile(source, new FileForm(byteOrderMark, lineEnd)));
        assertThat(read.form().file(read.source())).isEqualTo(file.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a\nb\r\nc'|line-ends|Line 2 ends with CRLF, the lines before with LF.",
                "'a\r\nb\r\nc\n'|line-ends|Line 3 ends with LF, the lines before with CRLF.",
                "'a\nb\rc'|line-ends|Line 2 has a lone carriage return.",
                "'a\r'|line-ends|Line 1 has a lone carriage return.",
                "'a\nb\n\0'|nul|Line 3 has a NUL character",
                "'\uFEFF'|empty-file|The file is empty."
            })
    void a_file_that_could_not_be_given_back_is_refused_with_its_line(String file, String code, String sentence) {
        assertThatThrownBy(() -> HugoFile.read(file.getBytes(UTF_8))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.sentence()).startsWith(sentence);
        });
    }

    @Test
    void only_utf_8_is_text() {
        for (var bytes : new byte[][] {
            "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1),
            "a".getBytes(StandardCharsets.UTF_16),
            {'a', (byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {'a', (byte) 0xc0, (byte) 0x80}
        }) {
            assertThatThrownBy(() -> HugoFile.read(bytes)).hasMessageContaining("UTF-8");
        }
    }

    @Test
    void a_file_holds_two_million_units() {
        assertThat(HugoFile.read("x".repeat(2_000_000).getBytes(UTF_8)).source())
                .hasSize(2_000_000);
        assertThatThrownBy(() -> HugoFile.read("x".repeat(2_000_001).getBytes(UTF_8)))
                .isInstanceOf(TooLong.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "look-back.md|'text'|look-back",
                "Look Back.markdown|'+++\ntitle = \"Other\"\n+++\n'|look-back",
                "content/posts/look-back.md|'text'|look-back",
                "C:\\posts\\look-back.md|'text'|look-back",
                "index.md|'+++\ntitle = \"Look Back\"\n+++\n'|look-back",
                "_index.md|'---\nTitle:\tLook Back\n---\n'|look-back",
                "index.md|'{\n  \"title\": \"Look Back\",\n  \"draft\": true\n}\n'|look-back",
                "a.md|'---\nslug: other\n---\n'|other",
                "a.md|'---\ntitle: x\n---\nslug: other\n'|a",
                "index.md|'no front matter'|post",
                "''|'---\ntitle: Named\n---\n'|named"
            })
    void a_file_finds_its_address_as_with_hugo(String name, String source, String slug) {
        assertThat(HugoFile.read(source.getBytes(UTF_8)).slug(name).text()).isEqualTo(slug);
    }
}
