package dev.smokerunner.bench;

import dev.smokerunner.observation.Reference;
import dev.smokerunner.observe.html.HtmlReader;
import dev.smokerunner.observe.html.HtmlReferences;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Parses a page and finds what it refers to. */
public class HtmlBenchmark extends PartBenchmark {
    /** How many references the page has. */
    @Param({"300", "3000"})
    public int references;

    private String html = "";

    /** Makes the page. */
    @Setup
    public void make() {
        html = new LargePage(references, true, false).html();
    }

    /** One page. */
    @Benchmark
    public List<Reference> read() {
        return HtmlReferences.of(HtmlReader.read(LargePage.URL, html, false), url -> true);
    }
}
