package dev.smokerunner.report;

import dev.smokerunner.report.html.Mark;
import dev.smokerunner.report.html.PictureView;
import dev.smokerunner.report.html.Rating;
import dev.smokerunner.result.ElementResult;
import dev.smokerunner.result.ElementResult.State;
import dev.smokerunner.result.LastGood;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.Region;
import dev.smokerunner.result.Screenshot;
import dev.smokerunner.result.SmokeResult;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pictures of an HTML report, each shown once: as it is, and beside it as it was when it was well. */
final class HtmlPictures {
    /** With base64, which adds a third, and the rest of the report within the 20 MB or more that mail servers take. */
    private static final int MOST_EMBEDDED = 10 << 20;

    /** Where a PNG has its width and height (PNG specification, 11.2.1 "IHDR Image header"). */
    private static final int PNG_SIZE = 16;

    /** The window of a visit where nobody asks for another; for what is no PNG. */
    private static final int WIDTH = 1280;

    private static final int HEIGHT = 800;

    private final SmokeResult result;
    private final boolean isEmbedded;
    private final Map<Integer, String> places = new HashMap<>();
    private int left = MOST_EMBEDDED;

    private HtmlPictures(SmokeResult result, boolean isEmbedded) {
        this.result = result;
        this.isEmbedded = isEmbedded;
    }

    /** Pictures that lie in the directory beside the report. */
    static HtmlPictures beside(SmokeResult result) {
        return new HtmlPictures(result, false);
    }

    /** Pictures within the report, as many as it can hold. */
    static HtmlPictures embedded(SmokeResult result) {
        return new HtmlPictures(result, true);
    }

    /** The pictures of a page for this place of the report; none where there is none, or where they are shown already. */
    List<PictureView> shownAt(int index, String id) {
        PageResult page = result.pages().get(index);
        if (places.containsKey(index)
                || page.screenshot().isEmpty()
                || !takes(page.screenshot().get())) {
            return List.of();
        }
        places.put(index, id);
        List<PictureView> shown = new ArrayList<>();
        shown.add(now(page, index));
        boolean isWell = PageState.of(page, result) == PageState.OK;
        page.lastGood()
                .filter(good -> !isWell && good.screenshot().isPresent())
                .filter(good -> takes(good.screenshot().get()))
                .ifPresent(good -> shown.add(before(page, good, index)));
        return shown;
    }

    /** Where the picture of a page is shown; empty where it is not. */
    String placeOf(int index) {
        return places.getOrDefault(index, "");
    }

    private boolean takes(Screenshot picture) {
        if (!isEmbedded) {
            return true;
        }
        int size = picture.png().length;
        boolean fits = size <= left;
        left -= fits ? size : 0;
        return fits;
    }

    private PictureView now(PageResult page, int index) {
        boolean isWell = PageState.of(page, result) == PageState.OK;
        String browser =
                page.browser().map(name -> " in " + HtmlText.text(name)).orElse("");
        return view(
                PageState.of(page, result).rating(),
                page.screenshot().orElseThrow(),
                Screenshots.fileName(index + 1),
                (isWell ? "What the visitor sees" : "What the visitor sees now") + browser,
                troubled(page, isWell));
    }

    private PictureView before(PageResult page, LastGood good, int index) {
        Map<String, Region> then = regions(good.elements());
        return view(
                Rating.GOOD,
                good.screenshot().orElseThrow(),
                Screenshots.lastGoodFileName(index + 1),
                "When it was last seen well, " + HtmlText.time(good.seenAt()),
                troubled(page, false).stream()
                        .map(element -> new ElementResult(
                                element.css(), element.state(), Optional.ofNullable(then.get(element.css()))))
                        .toList());
    }

    /** The required elements that a visitor cannot use; what is missing has its place where it was when all was well. */
    private static List<ElementResult> troubled(PageResult page, boolean isWell) {
        Map<String, Region> then =
                regions(page.lastGood().map(LastGood::elements).orElse(List.of()));
        return page.visit().elements().stream()
                .filter(element -> !isWell && element.state() != State.SEEN)
                .map(element -> new ElementResult(
                        element.css(),
                        element.state(),
                        element.region().or(() -> Optional.ofNullable(then.get(element.css())))))
                .toList();
    }

    private static Map<String, Region> regions(List<ElementResult> elements) {
        return elements.stream()
                .filter(element -> element.region().isPresent())
                .collect(Collectors.toMap(
                        ElementResult::css, element -> element.region().orElseThrow(), (first, second) -> first));
    }

    private PictureView view(
            Rating rating, Screenshot picture, String file, String caption, List<ElementResult> troubled) {
        byte[] png = picture.png();
        ByteBuffer size = ByteBuffer.wrap(png);
        boolean isPng = png.length >= PNG_SIZE + 8;
        List<ElementResult> marked = troubled.stream()
                .filter(element -> element.region().isPresent())
                .toList();
        String names = marked.stream()
                .map(element -> HtmlText.address(element.css()) + " (" + Wording.word(element.state()) + " now)")
                .collect(Collectors.joining(", "));
        return new PictureView(
                rating,
                isEmbedded ? "data:image/png;base64," + Base64.getEncoder().encodeToString(png) : file,
                "Screenshot: " + caption,
                caption + (names.isEmpty() ? "" : ". Marked: " + names),
                isPng ? size.getInt(PNG_SIZE) : WIDTH,
                isPng ? size.getInt(PNG_SIZE + 4) : HEIGHT,
                marked.stream()
                        .flatMap(element -> element.region().stream())
                        .map(HtmlPictures::mark)
                        .toList());
    }

    private static Mark mark(Region region) {
        return new Mark(region.left(), region.top(), region.width(), region.height());
    }
}
