package dev.smokerunner.anomaly.picture;

import dev.smokerunner.anomaly.Judgement;
import dev.smokerunner.anomaly.picture.Canvas.Spot;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * A picture of judgements: the area of what was expected, the line of what came, and red dots where something is wrong.
 *
 * @param title what it shows
 * @param judgements one or more, in the order of time
 */
public record Picture(String title, List<Judgement> judgements) {
    private static final double DOT = 3;

    /** Copies the list. */
    public Picture {
        judgements = List.copyOf(judgements);
    }

    /** As SVG, in UTF-8. */
    public byte[] svg() {
        Canvas canvas = new Canvas(judgements);
        String dots = canvas.anomalies().stream()
                .map(spot ->
                        String.format(Locale.ROOT, "<circle cx='%.1f' cy='%.1f' r='%.0f'/>", spot.x(), spot.y(), DOT))
                .collect(Collectors.joining());
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %1$d %2$d' role='img'"
                                + " font-family='sans-serif' font-size='13'>"
                                + "<title>%3$s</title><rect width='%1$d' height='%2$d' fill='#fff'/>"
                                + "<path d='%4$sZ' fill='#c9dcf2'/><path d='%5$s' fill='none' stroke='#1f3a5f'/>"
                                + "<g fill='#c62828'>%6$s</g>"
                                + "<text x='%7$d' y='24'>%3$s</text><text x='%7$d' y='%8$d'>%9$s</text>"
                                + "<text x='%10$d' y='%8$d' text-anchor='end'>%11$s</text></svg>%n",
                        Canvas.WIDTH,
                        Canvas.HEIGHT,
                        escaped(heading(canvas)),
                        path(canvas.band()),
                        path(canvas.line()),
                        dots,
                        Canvas.MARGIN,
                        Canvas.HEIGHT - 14,
                        canvas.from(),
                        Canvas.WIDTH - Canvas.MARGIN,
                        canvas.until())
                .getBytes(StandardCharsets.UTF_8);
    }

    private String heading(Canvas canvas) {
        return title + String.format(Locale.ROOT, ", up to %,.4g", canvas.top());
    }

    private static String path(List<Spot> spots) {
        return spots.stream()
                .map(spot -> String.format(Locale.ROOT, "%.1f %.1f", spot.x(), spot.y()))
                .collect(Collectors.joining("L", "M", ""));
    }

    private static String escaped(String text) {
        return text.replaceAll("[^\\x20-\\x7e\\xa0-\\uffff]", "?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** As PNG. */
    public byte[] png() {
        Canvas canvas = new Canvas(judgements);
        BufferedImage image = new BufferedImage(Canvas.WIDTH, Canvas.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, Canvas.WIDTH, Canvas.HEIGHT);
        graphics.setColor(new Color(0xc9dcf2));
        graphics.fill(shape(canvas.band()));
        graphics.setColor(new Color(0x1f3a5f));
        graphics.draw(shape(canvas.line()));
        graphics.setColor(new Color(0xc62828));
        canvas.anomalies()
                .forEach(spot -> graphics.fill(new Ellipse2D.Double(spot.x() - DOT, spot.y() - DOT, 2 * DOT, 2 * DOT)));
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Path2D shape(List<Spot> spots) {
        Path2D path = new Path2D.Double();
        for (Spot spot : spots) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(spot.x(), spot.y());
            } else {
                path.lineTo(spot.x(), spot.y());
            }
        }
        return path;
    }
}
