package dev.smokerunner.observe.browser;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Sorts folders that are named after versions, the newest first: by numbers, since as text 9 comes after 10. */
public final class NewestFirst implements Comparator<Path> {

    @Override
    public int compare(Path one, Path other) {
        List<BigInteger> numbers = numbers(one);
        List<BigInteger> others = numbers(other);
        for (int i = 0; i < Math.min(numbers.size(), others.size()); i++) {
            int order = others.get(i).compareTo(numbers.get(i));
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(others.size(), numbers.size());
        return order != 0 ? order : other.compareTo(one);
    }

    /** Of any length, as names of folders may be. */
    private static List<BigInteger> numbers(Path folder) {
        return Arrays.stream(String.valueOf(folder.getFileName()).split("[^0-9]+"))
                .filter(digits -> !digits.isEmpty())
                .map(BigInteger::new)
                .toList();
    }
}
