package dev.smokerunner.status.html;

/**
 * A while in a small chart.
 *
 * @param look its class in the style sheet: good, bad, unsure or calm
 * @param left where it begins
 * @param height of 20
 */
public record Bar(String look, int left, int height) {

    /** Where it begins from above. */
    public int top() {
        return 20 - height;
    }
}
