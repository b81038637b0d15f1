package dev.smokerunner.pipeline;

import dev.smokerunner.standin.Alteration;
import dev.smokerunner.standin.Bucket;
import dev.smokerunner.standin.Cdn;
import dev.smokerunner.standin.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a page is deployed to: a bucket and a CDN for staging and for production, and a bucket of releases. Only production's CDN
 * joins the lines of scripts inside pages.
 */
final class Deployment implements AutoCloseable {
    private static final String FORGET = "for path in \"$@\"; do curl -fsS -o /dev/null -X PURGE \"%s$path\"; done";

    final Bucket stagingBucket;
    final Bucket productionBucket;
    final Bucket releases;
    final Cdn staging;
    final Cdn production;
    private final Path directory;

    /** Opens one that keeps its files in an empty directory. */
    Deployment(Path directory) throws IOException {
        Tool.AWS.require();
        Tool.VARNISHD.require();
        this.directory = directory;
        stagingBucket = Bucket.create("web-staging");
        productionBucket = Bucket.create("web-production");
        releases = Bucket.create("web-releases");
        staging = Cdn.before(stagingBucket).start();
        production = Cdn.before(productionBucket)
                .altering(Alteration.joiningLinesOfInlineScripts())
                .start();
    }

    /** The settings of the pipeline's scripts for the release of a built page. */
    Map<String, String> settings(Path site) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("SITE", site.toString());
        settings.put("PACKAGE", directory.resolve("build/site.zip").toString());
        settings.put("REPORTS", directory.resolve("reports").toString());
        settings.put("SMOKE_CONFIG", config(site).toString());
        settings.put("WAIT", "5s");
        settings.put("STAGING_UPLOAD_TO", stagingBucket.s3());
        settings.put("STAGING_PURGE", FORGET.formatted(root(staging)));
        settings.put("PRODUCTION_UPLOAD_TO", productionBucket.s3());
        settings.put("PRODUCTION_PURGE", FORGET.formatted(root(production)));
        settings.put("RELEASES", releases.s3() + "/signup");
        settings.putAll(store());
        return settings;
    }

    /** What the client of S3 needs; the machine's own credentials and settings are nobody's business here. */
    static Map<String, String> store() {
        return Map.of(
                "S3_ENDPOINT", Bucket.endpoint().toString(),
                "AWS_ACCESS_KEY_ID", "nobody",
                "AWS_SECRET_ACCESS_KEY", "nothing",
                "AWS_DEFAULT_REGION", "us-east-1",
                "AWS_CONFIG_FILE", "/dev/null",
                "AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    }

    /** The sign-up page's config with the addresses of this deployment. */
    private Path config(Path site) throws IOException {
        String config = Files.readString(Path.of("smoke-configs/signup.yaml"))
                .replace("demo/healthy", site.toAbsolutePath().toString())
                .replace("https://staging.example.com/signup/", staging.url().toString())
                .replace("https://www.example.com/signup/", production.url().toString());
        return Files.writeString(directory.resolve("signup.yaml"), config);
    }

    private static String root(Cdn cdn) {
        return "http://" + cdn.authority();
    }

    @Override
    public void close() {
        production.close();
        staging.close();
        releases.close();
        productionBucket.close();
        stagingBucket.close();
    }
}
