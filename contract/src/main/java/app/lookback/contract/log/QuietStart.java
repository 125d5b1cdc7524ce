package app.lookback.contract.log;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** Leaves out the part of Axon that reports usage to its makers and writes into the home folder. */
final class QuietStart implements AutoConfigurationImportFilter {

    private static final Set<String> LEFT_OUT =
            Set.of("org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration");

    @Override
    public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
        var kept = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            kept[i] = names[i] == null || !LEFT_OUT.contains(names[i]);
        }
        return kept;
    }
}
