package app.lookback.query.rendering;

/** How many quotation marks of one text are open: Goldmark's typographer never forgets one at the end of a block. */
final class Quotes {

    int openSingle;
    int openDouble;
}
