package ru.targetsms.benchmark.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Draws comparisons as bars on a logarithmic scale, in SVG, on a light card that reads on any background. */
public final class Picture {

    private static final String TITLE = "Messages a second";
    private static final int WIDTH = 880;
    private static final int BARS = 400;
    private static final int PLOT = 360;
    private static final int STEP = 24;
    private static final int DECADES = 6;

    private final StringBuilder svg = new StringBuilder();
    private int y = 84;

    private Picture() {}

    /** Returns the picture: one panel for each comparison; a baseline with the load at which it is fastest. */
    public static String of(List<Comparison> comparisons, String machine, LocalDate date) {
        Picture picture = new Picture();
        picture.text(24, 34, "start", "title", TITLE);
        picture.text(24, 53, "start", "label", "to a gateway on loopback in the same JVM; logarithmic scale");
        comparisons.forEach(picture::panel);
        picture.text(24, picture.y, "start", "small", "Medians of rounds in turns. " + machine + ". " + date);
        return picture.card(picture.y + 18);
    }

    private void panel(Comparison comparison) {
        List<Series> shown = comparison.series().stream()
                .filter(each -> each.row().kind() == Kind.SINGLES
                        || each == comparison.best(each.row().kind()))
                .toList();
        text(24, y, "start", "head", "Gateway latency " + comparison.latencyMillis() + " ms");
        int top = y + 10;
        int bottom = top + shown.size() * STEP;
        for (int decade = 1; decade <= DECADES; decade++) {
            int x = BARS + decade * PLOT / DECADES;
            svg.append(String.format("<line x1='%d' y1='%d' x2='%d' y2='%d' class='grid'/>%n", x, top, x, bottom));
            text(x, bottom + 14, "middle", "small", Table.number(Math.pow(10, decade)));
        }
        y = top;
        shown.forEach(this::bar);
        y = bottom + 46;
    }

    private void bar(Series series) {
        Row row = series.row();
        text(BARS - 10, y + 16, "end", "label", row.kind().shortName() + ", " + row.load());
        double width = PLOT * Math.max(0, Math.log10(series.median())) / DECADES;
        svg.append(String.format(
                Locale.ROOT,
                "<rect x='%d' y='%d' width='%.1f' height='16' rx='2' class='%s'/>%n",
                BARS,
                y + 4,
                width,
                style(row.kind())));
        text((int) (BARS + width) + 6, y + 16, "start", "value", Table.number(series.median()));
        y += STEP;
    }

    private static String style(Kind kind) {
        return switch (kind) {
            case BY_HAND, BY_HAND_JAXB -> "route";
            case READY_1, READY_100, JAXB_100 -> "client";
            case SINGLES, LISTS -> "component";
        };
    }

    private void text(int x, int y, String anchor, String style, String text) {
        svg.append(String.format(
                "<text x='%d' y='%d' text-anchor='%s' class='%s'>%s</text>%n", x, y, anchor, style, text));
    }

    private String card(int height) {
        return """
                <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %1$d %2$d' width='%1$d' height='%2$d' role='img'>
                <title>%6$s</title>
                <style>
                text { font-family: 'DejaVu Sans', Verdana, sans-serif; font-size: 12px; fill: #24292f }
                .title { font-size: 18px; font-weight: bold }
                .head { font-size: 13px; font-weight: bold }
                .small { font-size: 10.5px; fill: #57606a }
                .value { paint-order: stroke; stroke: #fcfcfd; stroke-width: 4px }
                .grid { stroke: #d8dee4 }
                .route { fill: #d4a72c }
                .client { fill: #8c959f }
                .component { fill: #0969da }
                </style>
                <rect x='.5' y='.5' width='%3$d' height='%4$d' rx='8' fill='#fcfcfd' stroke='#d0d7de'/>
                %5$s</svg>
                """
                .formatted(WIDTH, height, WIDTH - 1, height - 1, svg, TITLE);
    }
}
