package app.lookback;

import java.io.IOException;
import java.util.List;

/** What {@code ./lookback} does besides starting: each command is one more program on the log, whether Lookback runs or not. */
final class Commands {

    private static final int NOT_UNDERSTOOD = 2;

    private Commands() {}

    /** The exit code. */
    static int run(List<String> arguments, Settings settings, Ending ending) throws IOException {
        var words = arguments.stream().skip(1).toList();
        return switch (arguments.get(0)) {
            case "export" -> ExportCommand.run(words, settings, ending);
            case "import" -> ImportCommand.run(words, settings, ending);
            default -> notUnderstood();
        };
    }

    static int notUnderstood() {
        System.err.println(ImportCommand.USAGE);
        System.err.println(ExportCommand.USAGE);
        return NOT_UNDERSTOOD;
    }
}
