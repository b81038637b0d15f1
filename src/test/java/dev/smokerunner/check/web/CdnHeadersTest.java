package dev.smokerunner.check.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Headers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CdnHeadersTest {
    private static Headers headers(String written) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Arrays.stream(written.split("\\|"))
                .map(field -> field.split(": ", 2))
                .forEach(field -> fields.put(field[0].strip(), List.of(field[1])));
        return new Headers(fields);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "X-Cache: Hit from cloudfront|Age: 45; CloudFront has kept this answer for 45 s",
                "X-Cache: Miss from cloudfront; the origin behind CloudFront answers so",
                "X-Cache: Error from cloudfront; CloudFront passes on an error of its origin",
                "X-Cache: Error from cloudfront|Age: 7; CloudFront has kept this answer for 7 s",
                "X-Cache: TCP_NEGATIVE_HIT from a23-1-2-3.deploy.akamaitechnologies.com (AkamaiGHost/11.0); Akamai has kept",
                "X-Cache: TCP_HIT from a23 (AkamaiGHost/9); Akamai has kept this answer (",
                "X-Cache: TCP_MISS from a23 (AkamaiGHost/9); the origin behind Akamai answers so",
                "X-Cache: TCP_REFRESH_FAIL_HIT from a23 (AkamaiGHost/9); Akamai has kept",
                "X-Cache: TCP_DENIED from a23 (AkamaiGHost/9); Akamai itself refuses the request",
                "X-Served-By: cache-fra-1, cache-ams-2|X-Cache: MISS, HIT|Age: 3; Fastly has kept this answer for 3 s",
                "X-Served-By: cache-fra-1|X-Cache: HIT, MISS|Age: 0; the origin behind Fastly answers so",
                "X-Varnish: 32770 5|Via: 1.1 varnish (Varnish/7.1)|Age: 110; Varnish has kept this answer for 110 s",
                "X-Varnish: 32770|Via: 1.1 varnish (Varnish/7.1)|Age: 0; the origin behind Varnish answers so",
                "CF-Cache-Status: HIT|CF-Ray: 8f-FRA|Age: 12; Cloudflare has kept this answer for 12 s",
                "CF-Cache-Status: DYNAMIC|CF-Ray: 8f-FRA; the origin behind Cloudflare answers so",
                "CF-Cache-Status: EXPIRED|Server: cloudflare; the origin behind Cloudflare answers so",
                "X-Cache-Status: HIT|Server: nginx; a cache has kept this answer (X-Cache-Status: HIT)",
                "X-Proxy-Cache: MISS; the origin behind a cache answers so",
                "Via: 1.1 google|Age: 30; Google's cache has kept this answer for 30 s (Age: 30)",
                "X-Vercel-Cache: STALE; Vercel has kept this answer",
                "'Cache-Status: \"Netlify Edge\"; hit|X-NF-Request-Id: 1'; Netlify has kept this answer",
                "X-Azure-Ref: 0x|X-Cache: TCP_REMOTE_HIT; Azure Front Door has kept",
                "Server: AmazonS3|x-amz-error-code: NoSuchKey; it comes from S3 (x-amz-error-code: NoSuchKey, Server: AmazonS3)",
                "Age: 45; a cache has kept this answer for 45 s (Age: 45): purge the URL; the origin may have the file by now"
            })
    void putIntoWordsWhatTheyMeanForAFailure(String fields, String words) {
        assertThat(CdnHeaders.of(headers(fields)).orElseThrow().onTrouble("file"))
                .startsWith(words);
    }

    @Test
    void sayThatAPageMayBeOld() {
        CacheNews news =
                CdnHeaders.of(headers("X-Cache: HIT|Age: 110|Via: 1.1 varnish")).orElseThrow();

        assertThat(news.onPage())
                .contains("the page is from Varnish, 110 s old (X-Cache: HIT, Age: 110):"
                        + " it may be the page of the release before");
    }

    @ParameterizedTest
    @CsvSource({"Content-Type: text/html", "Server: nginx", "X-Cache: banana", "Age: soon", "Age: 99999999999999999999"
    })
    void sayNothingWhereThereIsNothingToSay(String fields) {
        assertThat(CdnHeaders.of(headers(fields))).isEmpty();
    }
}
