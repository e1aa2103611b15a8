package ru.targetsms.browser;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Is a picture as one sees it from afar: each square of 8 x 8 points is one colour. */
final class Picture {

    private static final int SQUARE = 8;

    private final BufferedImage image;

    private Picture(BufferedImage image) {
        this.image = image;
    }

    static Picture of(Path file) throws IOException {
        return new Picture(ImageIO.read(file.toFile()));
    }

    /** Returns how far the colours of two pictures are apart on average, 0 to 255; 255 when their sizes differ. */
    double differenceFrom(Picture other) {
        if (image.getWidth() != other.image.getWidth() || image.getHeight() != other.image.getHeight()) {
            return 255;
        }
        double sum = 0;
        int squares = 0;
        for (int x = 0; x + SQUARE <= image.getWidth(); x += SQUARE) {
            for (int y = 0; y + SQUARE <= image.getHeight(); y += SQUARE) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs(colour(x, y, shift) - other.colour(x, y, shift));
                }
                squares++;
            }
        }
        return sum / squares / 3;
    }

    /** Returns the mean of one colour, 0 to 255, in the square that begins here. */
    private double colour(int fromX, int fromY, int shift) {
        long sum = 0;
        for (int x = fromX; x < fromX + SQUARE; x++) {
            for (int y = fromY; y < fromY + SQUARE; y++) {
                sum += image.getRGB(x, y) >> shift & 0xFF;
            }
        }
        return (double) sum / SQUARE / SQUARE;
    }
}
