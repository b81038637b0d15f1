package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.view.ServedAsset;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Redirect;
import dev.smokerunner.observation.Role;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that a server sends instead of what was asked for, as if that were right: an HTML page, a bucket's error.
 *
 * @param kind what it is, and how servers come to that
 * @param what what answers, e.g. {@code an HTML page}
 * @param why how servers come to that
 * @param hint what to do about it
 * @param evidence what tells more about it, e.g. its title
 */
record SubstituteBody(Kind kind, String what, String why, String hint, List<String> evidence) {
    private static final String MISSING =
            "upload the file, or correct its name in the page; let the server answer 404 for missing assets";
    private static final Set<Role> NEVER_HTML = EnumSet.complementOf(EnumSet.of(Role.DOCUMENT, Role.OTHER));
    private static final Set<Role> CODE = EnumSet.of(Role.SCRIPT, Role.MODULE, Role.WORKER, Role.STYLE);
    /** No script and no style sheet begins like this: in a block a string is not followed by a colon. */
    private static final Pattern OBJECT = Pattern.compile("^\\uFEFF?\\s*\\{\\s*\"[^\"\\n\\\\]{0,200}\"\\s*:");

    private static final Pattern ERROR = Pattern.compile(
            "^\\uFEFF?\\s*(?:<\\?xml[^>]{0,200}\\?>\\s*)?<Error>.*?<Code>" + "([A-Za-z]{1,60})</Code>", Pattern.DOTALL);
    private static final Pattern TITLE =
            Pattern.compile("<title[^>]{0,200}>([^<]{1,300})</title>", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOG_IN =
            Pattern.compile("\\b(log-?in|sign-?in|sso|oauth2?|saml2?|adfs|authorize)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED_PAGE = Pattern.compile("(?:\\.x?html?|/)$", Pattern.CASE_INSENSITIVE);
    private static final int SNIFFED = 4096;

    /** What answers, and how servers come to that. */
    enum Kind {
        /** A bucket's error, with a status that says that all is well. */
        BUCKET_ERROR,
        /** XML of any other kind. */
        XML,
        /** The answer of an API. */
        JSON,
        /** The page that the address names. */
        NAMED_PAGE,
        /** A page that the server falls back to where a file is missing. */
        FALLBACK,
        /** A log-in that the server redirects to. */
        LOG_IN,
        /** Another page that the server redirects to. */
        REDIRECTED
    }

    /** Copies the list. */
    SubstituteBody {
        evidence = List.copyOf(evidence);
    }

    /** What stands in for an asset, if anything does. */
    static Optional<SubstituteBody> of(ServedAsset served) {
        Role role = served.asset().role();
        if (!isNeverHtml(served.asset())) {
            return Optional.empty();
        }
        Optional<Body> body = served.body().filter(b -> b.length() > 0);
        String start = body.map(b -> new String(b.start(SNIFFED), StandardCharsets.UTF_8))
                .orElse("");
        if (isHtml(served, body)) {
            return Optional.of(page(served, start));
        }
        Matcher error = ERROR.matcher(start);
        if (error.find()) {
            return Optional.of(new SubstituteBody(
                    Kind.BUCKET_ERROR,
                    "an error document of the bucket",
                    "it says " + error.group(1) + " and should have a status of 4xx",
                    MISSING,
                    List.of()));
        }
        boolean isXml = CODE.contains(role) && start.stripLeading().startsWith("<?xml");
        if (isXml) {
            return Optional.of(
                    new SubstituteBody(Kind.XML, "an XML document", "no such file has XML in it", MISSING, List.of()));
        }
        // A module can be JSON, if the script that imports it says so.
        boolean isData = CODE.contains(role)
                && OBJECT.matcher(start).find()
                && !(role == Role.MODULE && MediaTypes.isJson(served.type()));
        return isData
                ? Optional.of(new SubstituteBody(
                        Kind.JSON,
                        "a JSON document",
                        "an API or its error answers at this address",
                        MISSING,
                        List.of(Format.line(start, 200))))
                : Optional.empty();
    }

    private static boolean isNeverHtml(Asset asset) {
        return NEVER_HTML.contains(asset.role())
                || asset.role() == Role.OTHER && asset.url().getPath().endsWith(".wasm");
    }

    private static boolean isHtml(ServedAsset served, Optional<Body> body) {
        return body.map(MediaTypes::looksLikeHtml).orElse(false)
                // A script or style sheet that is only called HTML is judged by what browsers do with such a type.
                || MediaTypes.isHtml(served.type())
                        && body.map(SubstituteBody::startsWithTag)
                                .orElse(served.body().isEmpty());
    }

    private static boolean startsWithTag(Body body) {
        String start = new String(body.start(SNIFFED), StandardCharsets.UTF_8).stripLeading();
        // The comment that hid scripts from the first browsers is legal in scripts and style sheets to this day.
        return start.startsWith("<") && !start.startsWith("<!--");
    }

    private static SubstituteBody page(ServedAsset served, String start) {
        Matcher title = TITLE.matcher(start);
        List<String> evidence = title.find()
                ? List.of("its title is '" + Format.line(title.group(1).strip(), 100) + "'")
                : List.of();
        List<Redirect> hops = served.redirects();
        if (hops.isEmpty() && isNamedPage(served)) {
            return new SubstituteBody(
                    Kind.NAMED_PAGE,
                    "an HTML page",
                    "that is what the address names",
                    "correct the address: it leads to a page of the site, which is there",
                    evidence);
        }
        if (hops.isEmpty()) {
            return new SubstituteBody(
                    Kind.FALLBACK,
                    "an HTML page",
                    "the file is missing and the server falls back to a page",
                    MISSING,
                    evidence);
        }
        String end = hops.get(hops.size() - 1).to().toString();
        return LOG_IN.matcher(end).find()
                ? new SubstituteBody(
                        Kind.LOG_IN,
                        "a log-in page",
                        "who is not logged in is sent to " + Format.line(end, 200),
                        "let the server hand out assets without a log-in, or give the run credentials that assets need too",
                        evidence)
                : new SubstituteBody(
                        Kind.REDIRECTED,
                        "an HTML page",
                        "the server redirects to " + Format.line(end, 200),
                        MISSING,
                        evidence);
    }

    /** Whether the page itself names an HTML file, which then is no fallback. */
    private static boolean isNamedPage(ServedAsset served) {
        String path = String.valueOf(served.asset().url().getPath());
        return NAMED_PAGE.matcher(path).find();
    }
}
