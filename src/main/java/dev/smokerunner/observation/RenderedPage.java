package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;

/**
 * The page as it stood in the browser when the visit ended.
 *
 * @param url the URL that it shows
 * @param title its title
 * @param visibleText the start of the text that a person can read, cut to a bounded length
 * @param visibleObjects how many pictures, drawings, films, frames and form fields can be seen
 * @param elements how many elements it has
 * @param scripts how many script elements it has
 * @param isPainted whether the browser has drawn anything of it: it draws nothing while a style sheet in its head is awaited
 * @param encoding the name of the encoding by which the browser read the document, e.g. {@code UTF-8}; empty where unknown
 * @param emptyPictures the tags of visible pictures that name no file, and are not filled in when they are scrolled to
 * @param lostPictures the addresses of pictures that did not come, and leave a gap that visitors see
 * @param deadControls the tags of visible buttons that do nothing, since the browser did not take the code of their {@code onclick}
 * @param templateTexts the start of visible texts that have the marks of a template in them, outside of what shows code
 * @param lock what keeps visitors from using any of its controls, e.g. {@code <body> has pointer-events: none} or
 *     {@code <div.veil> lies over all of it}; empty where one can be used, or where there is none
 * @param isUnderWay whether it says of itself that something is still to come: by ARIA, by a bar without a value, by a wheel
 *     that turns, or by a visible part without parts whose class is called loading, loader, spinner or skeleton
 * @param onePlainColour whether the screenshot shows nothing but one colour; false where there is no screenshot
 * @param outline what it is made of and where it leads
 */
public record RenderedPage(
        URI url,
        String title,
        String visibleText,
        int visibleObjects,
        int elements,
        int scripts,
        boolean isPainted,
        String encoding,
        List<String> emptyPictures,
        List<String> lostPictures,
        List<String> deadControls,
        List<String> templateTexts,
        String lock,
        boolean isUnderWay,
        boolean onePlainColour,
        PageOutline outline) {

    /** Rejects null. */
    public RenderedPage {
        requireNonNull(url);
        requireNonNull(title);
        requireNonNull(visibleText);
        requireNonNull(encoding);
        requireNonNull(lock);
        requireNonNull(outline);
        emptyPictures = List.copyOf(emptyPictures);
        lostPictures = List.copyOf(lostPictures);
        deadControls = List.copyOf(deadControls);
        templateTexts = List.copyOf(templateTexts);
    }
}
