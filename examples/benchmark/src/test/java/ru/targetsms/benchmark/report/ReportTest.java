package ru.targetsms.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import ru.targetsms.benchmark.report.Meter.Sample;

class ReportTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void aSeriesTellsMedianLeastAndMostOfItsRounds() {
        Series series = series(Kind.BY_HAND, "4 callers", 300, 100, 200);

        assertThat(series.median()).isEqualTo(200);
        assertThat(series.min()).isEqualTo(100);
        assertThat(series.max()).isEqualTo(300);
        assertThat(series.allocatedPerMessage()).isEqualTo(50);
    }

    @Test
    void ratiosAreToTheFastestOfABaseline() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new Table(new PrintStream(out, true, StandardCharsets.UTF_8)).print(comparison(0));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern(
                        "single messages +1024 in flight +120,000 +120,000 - 120,000 +30\\.0 +4\\.00 +0\\.12 ");
    }

    @Test
    void targetsSayWhatWasReachedAndWhatIsMissing() {
        List<LoneFigure> lone =
                List.of(new LoneFigure(Kind.READY_1, 5000, 6000), new LoneFigure(Kind.SINGLES, 6000, 9000));

        List<Target> targets = Target.of(comparison(0), comparison(50), lone);

        assertThat(targets.get(0).reached()).isTrue();
        assertThat(targets.get(2))
                .hasToString(
                        "0 ms, lists : (c) documents of 100                0.10   at least   0.15   missed by 33 %");
        assertThat(targets.get(7).toString()).contains("1.20   at most ").endsWith("missed by 4 %");
    }

    @Test
    void percentilesAreTakenOfAllMessages() {
        LoneFigure figure = LoneFigure.of(
                Kind.READY_1, LongStream.rangeClosed(1, 100).map(i -> i * 1000).toArray());

        assertThat(figure.p50Micros()).isEqualTo(51);
        assertThat(figure.p99Micros()).isEqualTo(100);
    }

    @Test
    void thePictureHasABarForEachBaselineAndEachLoadOfTheComponent() throws Exception {
        String svg = Picture.of(List.of(comparison(0)), "2 cores", LocalDate.of(2026, 11, 23));

        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        List<String> bars = new ArrayList<>();
        for (int i = 0; i < root.getElementsByTagName("rect").getLength(); i++) {
            bars.add(((Element) root.getElementsByTagName("rect").item(i)).getAttribute("class"));
        }
        assertThat(bars)
                .containsExactly("", "route", "client", "client", "client", "component", "component", "component");
        assertThat(svg)
                .contains("16 callers", "120,000", "2 cores", "2026-11-23")
                .doesNotContain("9 callers");
    }

    private static Comparison comparison(long latency) {
        return new Comparison(
                latency,
                List.of(
                        series(Kind.BY_HAND, "9 callers", 2000),
                        series(Kind.BY_HAND, "16 callers", 4000),
                        series(Kind.READY_1, "4 callers", 30_000),
                        series(Kind.READY_100, "4 callers", 1_000_000),
                        series(Kind.JAXB_100, "4 callers", 200_000),
                        series(Kind.SINGLES, "1024 in flight", 120_000),
                        series(Kind.SINGLES, "10000 in flight", 110_000),
                        series(Kind.LISTS, "1 caller", 100_000)));
    }

    private static Series series(Kind kind, String load, long... messages) {
        Series series = new Series(new Row(kind, load, null));
        LongStream.of(messages).forEach(each -> series.add(new Sample(each, SECOND, 50 * each)));
        return series;
    }
}
