package dev.smokerunner.zoo;

import dev.smokerunner.zoo.KnownDifference.Extent;

/**
 * What two roads say of one case, each of a site of its own.
 *
 * @param zooCase the case
 * @param road the other road than the direct one
 * @param direct what the direct one says
 * @param other what the other says
 */
record RoadComparison(ZooCase zooCase, Road road, Said direct, Said other) {
    /** How far they are apart. */
    Extent extent() {
        if (!direct.verdict().equals(other.verdict())) {
            return Extent.verdict;
        }
        return direct.equals(other) ? Extent.none : Extent.first;
    }

    @Override
    public String toString() {
        return zooCase.name() + ": direct " + direct + "; " + road.title() + " " + other;
    }
}
