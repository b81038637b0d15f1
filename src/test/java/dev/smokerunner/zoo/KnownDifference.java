package dev.smokerunner.zoo;

/**
 * What a road is known to lead to otherwise than the direct one, in one case.
 *
 * @param differs how far: whoever may say something else first may not judge otherwise
 * @param why what that browser does not know or does otherwise
 */
record KnownDifference(Extent differs, String why) {
    /** How far two results are apart. */
    enum Extent {
        /** Verdict, kind and subject of the first finding are equal. */
        none,
        /** The first finding is another one. */
        first,
        /** The verdict is another one. */
        verdict
    }

    KnownDifference {
        if (differs == Extent.none || why.isBlank()) {
            throw new IllegalArgumentException("a known difference is one, and has a reason");
        }
    }
}
