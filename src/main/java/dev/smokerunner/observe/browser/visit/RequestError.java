package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.NetworkFailure;

/** Why a browser says that a request failed, in its own words. */
public interface RequestError {
    /** Another page came, and with it the end of what the one before had asked for, of which no browser says more. */
    RequestError OF_ANOTHER_PAGE = new RequestError() {
        @Override
        public boolean isAbort() {
            return true;
        }

        @Override
        public boolean isAboutStatus() {
            return false;
        }

        @Override
        public NetworkFailure failure(boolean isAnswered) {
            return new NetworkFailure(NetworkFailure.Kind.ABORTED, "the page went on to another one");
        }
    };

    /** Whether the request was called off. */
    boolean isAbort();

    /** Whether it says nothing that the response's status has not said already. */
    boolean isAboutStatus();

    /**
     * What it means.
     *
     * @param isAnswered whether an answer had begun
     */
    NetworkFailure failure(boolean isAnswered);
}
