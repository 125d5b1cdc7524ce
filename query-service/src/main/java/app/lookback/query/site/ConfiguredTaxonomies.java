package app.lookback.query.site;

import app.lookback.query.edition.Taxonomies;
import app.lookback.query.edition.Taxonomy;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Beside those of every blog, the ones that the site's configuration names now. */
@Component
class ConfiguredTaxonomies implements Taxonomies {

    private final Configs configs;

    ConfiguredTaxonomies(Configs configs) {
        this.configs = configs;
    }

    @Override
    public List<Taxonomy> all() {
        var own = configs.now().taxonomies().stream().map(Taxonomy::new);
        return Stream.concat(Taxonomy.OF_ALL.stream(), own).distinct().toList();
    }
}
