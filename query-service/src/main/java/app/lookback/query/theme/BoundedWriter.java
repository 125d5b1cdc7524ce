package app.lookback.query.theme;

import java.io.StringWriter;

/** No template makes a page of more than 16 million characters. */
final class BoundedWriter extends StringWriter {

    private static final int MOST = 16_000_000;

    @Override
    public void write(int character) {
        check(1);
        super.write(character);
    }

    @Override
    public void write(char[] characters, int from, int length) {
        check(length);
        super.write(characters, from, length);
    }

    @Override
    public void write(String text) {
        check(text.length());
        super.write(text);
    }

    @Override
    public void write(String text, int from, int length) {
        check(length);
        super.write(text, from, length);
    }

    private void check(int more) {
        if (getBuffer().length() + more > MOST) {
            throw new IllegalStateException("The page would be longer than 16 million characters.");
        }
    }
}
