package dev.smokerunner.detection;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What was found, and what it is for the rest that is found on a page. Each check declares its own kinds, and nothing else
 * need be touched for a check to be the cause of others.
 *
 * <p>Two kinds are equal if they have the same name, which is part of the contract: kebab case, e.g. {@code asset-missing}.
 */
public final class Kind {
    private static final Predicate<Detection> NONE = Kind::none;
    private static final BiPredicate<Detection, Detection> BY_NONE = Kind::byNone;

    private final String name;
    private final Bearing bearing;
    private final String noun;
    private Optional<String> ofMany = Optional.empty();
    private boolean evenIfMild;
    private boolean byTheBrowser;
    private boolean ofAddress;
    private boolean byExtension;
    private BiPredicate<Detection, Detection> toldBy = BY_NONE;
    private Predicate<Detection> takes = NONE;

    private Kind(String name, Bearing bearing, String noun) {
        this.name = requireNonNull(name);
        this.bearing = requireNonNull(bearing);
        this.noun = requireNonNull(noun);
    }

    private static boolean none(Detection any) {
        return false;
    }

    private static boolean byNone(Detection one, Detection other) {
        return false;
    }

    /** What a finding is for others. */
    public enum Bearing {
        /** Others follow from it; what is wrong with one subject is one cause, whichever checks see it. */
        CAUSE,
        /** It follows from something, mostly from a cause: an error, a delay. */
        SYMPTOM,
        /** Something that should be there is not: it follows from what keeps it away. */
        LACK,
        /** It stands for itself, though others may follow from it. */
        ALONE
    }

    /** A kind of {@link Bearing#CAUSE}. */
    public static Kind cause(String name) {
        return new Kind(name, Bearing.CAUSE, name + " finding");
    }

    /**
     * A kind of {@link Bearing#SYMPTOM}.
     *
     * @param noun what one of it is called where several are counted
     */
    public static Kind symptom(String name, String noun) {
        return new Kind(name, Bearing.SYMPTOM, noun);
    }

    /**
     * A kind of {@link Bearing#LACK}.
     *
     * @param noun what one of it is called where several are counted
     */
    public static Kind lack(String name, String noun) {
        return new Kind(name, Bearing.LACK, noun);
    }

    /** A kind of {@link Bearing#ALONE}. */
    public static Kind alone(String name) {
        return new Kind(name, Bearing.ALONE, name + " finding");
    }

    /** The same, of which one is called so where several are counted. */
    public Kind called(String words) {
        return copy(words);
    }

    /** The same, of which a cause explains others also where it has no effect that anybody notices. */
    public Kind evenIfMild() {
        Kind same = copy(noun);
        same.evenIfMild = true;
        return same;
    }

    /** The same, which the browser itself says: that goes before what was concluded from bytes. */
    public Kind byTheBrowser() {
        Kind same = copy(noun);
        same.byTheBrowser = true;
        return same;
    }

    /** The same, which may come of a wrong address as well as of what is there: many at once are of one base path. */
    public Kind ofAddress() {
        Kind same = copy(noun);
        same.ofAddress = true;
        return same;
    }

    /** The same, which is settled by a file's extension, in a server or in what makes the files: all files of one share it. */
    public Kind byExtension() {
        Kind same = copy(noun);
        same.byExtension = true;
        return same;
    }

    /** The same, which says no more than its subject's name, so that many are told by their names. */
    public Kind plain(String clauseOfMany) {
        Kind same = copy(noun);
        same.ofMany = Optional.of(clauseOfMany);
        return same;
    }

    /** The same, of which one is told by another finding as well, so that it needs none of its own. */
    public Kind toldBy(BiPredicate<Detection, Detection> oneByOther) {
        Kind same = copy(noun);
        same.toldBy = oneByOther;
        return same;
    }

    /** The same, which tells such findings as well, whatever their subject is. */
    public Kind taking(Predicate<Detection> other) {
        Kind same = copy(noun);
        same.takes = other;
        return same;
    }

    private Kind copy(String words) {
        Kind same = new Kind(name, bearing, words);
        same.ofMany = ofMany;
        same.evenIfMild = evenIfMild;
        same.byTheBrowser = byTheBrowser;
        same.ofAddress = ofAddress;
        same.byExtension = byExtension;
        same.toldBy = toldBy;
        same.takes = takes;
        return same;
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** What it is for others. */
    public Bearing bearing() {
        return bearing;
    }

    /** What one of it is called where several are counted. */
    public String noun() {
        return noun;
    }

    /** What is said of many at once, before their names; absent where each has more to say than its subject's name. */
    public Optional<String> ofMany() {
        return ofMany;
    }

    /** Whether a cause of this kind explains others also where it has no effect that anybody notices. */
    public boolean explainsEvenIfMild() {
        return evenIfMild;
    }

    /** Whether the browser itself says it. */
    public boolean isSaidByTheBrowser() {
        return byTheBrowser;
    }

    /** Whether it may come of a wrong address. */
    public boolean isOfAddress() {
        return ofAddress;
    }

    /** Whether servers settle it by a file's extension. */
    public boolean isByExtension() {
        return byExtension;
    }

    /** Whether another finding tells one of this kind as well. */
    public boolean isToldBy(Detection one, Detection other) {
        return toldBy.test(one, other);
    }

    /** Whether another finding may tell one of this kind. */
    public boolean mayBeTold() {
        return toldBy != BY_NONE;
    }

    /** Whether one of this kind tells another finding as well. */
    public boolean tells(Detection other) {
        return takes.test(other);
    }

    /** Whether findings of this kind may tell others that are about something else. */
    public boolean takesOthers() {
        return takes != NONE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Kind kind && kind.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
