package app.lookback.stories.faults;

/** What the laws forbid and happened nevertheless; the numbers are those of docs/architecture.md. */
record Violation(int law, String what) {

    static Violation of(int law, String what, Object... details) {
        return new Violation(law, what.formatted(details));
    }

    @Override
    public String toString() {
        return "law " + law + ": " + what;
    }
}
