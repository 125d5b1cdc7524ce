package app.lookback.command.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/** Answers the commands that nobody else knows; it comes after every endpoint and before the files that GET finds. */
@Component
final class UnknownCommand extends AbstractHandlerMapping {

    private static final HttpRequestHandler ANSWER = (request, response) ->
            Denied.answer(response, HttpStatus.NOT_FOUND, "unknown", "There is nothing to do at this address.");

    UnknownCommand() {
        setOrder(LOWEST_PRECEDENCE - 10);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        return CommandSecurity.READING.contains(request.getMethod()) ? null : ANSWER;
    }
}
