package dev.smokerunner.cli;

import dev.smokerunner.result.ElementResult;
import dev.smokerunner.result.LastGood;
import dev.smokerunner.result.Region;
import dev.smokerunner.result.Screenshot;
import dev.smokerunner.run.Previous.GoodPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads what the pages of an earlier run looked like, from its result and the pictures beside it. */
final class GoodPagesReader {
    /** As our reports name them; a result from elsewhere must not make us read other files. */
    private static final Pattern PICTURE = Pattern.compile("pages/\\d{1,6}\\.png");

    /** A picture of a large window is smaller. */
    private static final int MOST_BYTES = 8 << 20;

    /** They are kept until the reports are written. */
    private static final int MOST_BYTES_OF_ALL = 64 << 20;

    private final Path file;
    private int left = MOST_BYTES_OF_ALL;

    /**
     * A reader.
     *
     * @param file the {@code result.json}
     */
    GoodPagesReader(Path file) {
        this.file = file;
    }

    /** What each page looked like; empty for a run that did not pass, which shows nobody how the page should be. */
    List<GoodPage> read(JsonNode result) {
        Optional<Instant> seenAt = instant(result.path("startedAt").asString(""));
        if (!result.path("verdict").asString("").equals("pass") || seenAt.isEmpty()) {
            return List.of();
        }
        List<GoodPage> pages = new ArrayList<>();
        for (JsonNode page : result.path("pages")) {
            Optional<String> browser =
                    Optional.of(page.path("browser").asString("")).filter(name -> !name.isEmpty());
            Optional<Screenshot> picture = picture(page.path("screenshot").asString(""));
            LastGood seen = new LastGood(seenAt.get(), picture, elements(page.path("elements")));
            ResultFile.url(page.path("url").asString("")).ifPresent(url -> pages.add(new GoodPage(url, browser, seen)));
        }
        return pages;
    }

    /** A picture that cannot be had any more is no trouble: the run that is asked for does not need it. */
    private Optional<Screenshot> picture(String name) {
        if (!PICTURE.matcher(name).matches()) {
            return Optional.empty();
        }
        int most = Math.min(MOST_BYTES, left);
        try (InputStream in = Files.newInputStream(file.resolveSibling(name))) {
            byte[] png = in.readNBytes(most + 1);
            if (png.length > most) {
                return Optional.empty();
            }
            left -= png.length;
            return Optional.of(new Screenshot(png));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static List<ElementResult> elements(JsonNode elements) {
        List<ElementResult> read = new ArrayList<>();
        for (JsonNode element : elements) {
            state(element.path("state").asString(""))
                    .ifPresent(state -> read.add(new ElementResult(
                            element.path("css").asString(""), state, region(element.path("region")))));
        }
        return read;
    }

    private static Optional<ElementResult.State> state(String word) {
        return Stream.of(ElementResult.State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static Optional<Region> region(JsonNode region) {
        try {
            return region.isObject()
                    ? Optional.of(new Region(
                            region.path("left").asInt(0),
                            region.path("top").asInt(0),
                            region.path("width").asInt(0),
                            region.path("height").asInt(0)))
                    : Optional.empty();
        } catch (IllegalArgumentException outside) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
