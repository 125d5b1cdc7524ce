package app.lookback.query.rendering;

import app.lookback.query.rendering.TemplateFiles.TemplateFile;

/** A source in which all stands that rendering knows. */
final class WarmUp {

    static final String SOURCE = """
            ---
            title: Warm
            date: 2025-09-07
            ---
            {{< figure src="a.png" caption="*b*" >}}

            # A *b* **c** `d` [e](f "g") ![h](i) <j> &amp; "k" ~~l~~ m@n.op https://q.rs[^1] {#t .u}

            > - v
            > 1. w
            > - [ ] x

            | y |
            | - |
            | z |

            ```a
            b
            ```

                c

            d
            : e

            <div>

            [^1]: f
            [g]: h

            {{< k l=1 >}}*m*{{< /k >}}

            {{% n %}}
            """;
    static final TemplateFiles TEMPLATES = name -> new TemplateFile(name, "warm-up", () -> """
            {{- $a := .Get "l" | default "b" -}}{{ if eq .Name "n" }}o{{ else }}
            <p class="{{ $a }}"><a href="{{ $a }}">{{ .Inner | markdownify }}</a>
            {{ range split "c,d" "," }}{{ . | upper }}{{ printf "%s" . }}{{ end }}{{ with .Params }}{{ len . }}{{ end }}</p>
            {{- end }}
            """);

    private WarmUp() {}
}
