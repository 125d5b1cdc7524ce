package app.lookback.query.live;

import app.lookback.query.live.Page.Rendering;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** What all rooms share: threads for their turns, threads for rendering, the time, and the renderer. */
record Stage(Executor turns, Executor renderers, Timing timing, Function<String, Rendering> renderer) {}
