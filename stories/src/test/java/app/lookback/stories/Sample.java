package app.lookback.stories;

import java.nio.file.Path;

/** The review in samples/ that most stories are about. */
final class Sample {

    static final Path FILE = Repository.ROOT.resolve("samples/a-page-of-madness.md");
    static final Path IMAGE = Repository.ROOT.resolve("samples/a-page-of-madness.png");
    static final String TITLE = "A Page of Madness: a film that waited in a rice barrel";
    static final String ADDRESS = "/posts/a-page-of-madness/";

    private Sample() {}
}
