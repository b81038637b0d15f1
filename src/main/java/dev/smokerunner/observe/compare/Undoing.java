package dev.smokerunner.observe.compare;

import dev.smokerunner.observation.Rewriting;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Undoes in a page what CDNs are known to do to it and what a script of theirs undoes in the browser. */
final class Undoing {
    /** Cloudflare, "Rocket Loader": the type of a script behind a number of the page's own. */
    private static final Pattern ROCKET_TYPE = Pattern.compile("[0-9a-f]{16,40}-(.*)");
    /** How Rocket Loader keeps a handler from running before its script. */
    private static final Pattern ROCKET_HANDLER =
            Pattern.compile("^\\s*if \\(!window\\.__cfRLUnblockHandlers\\) return false;\\s*");

    private static final String ROCKET_LOADER = "rocket-loader.min.js";
    /** Cloudflare, "Email Address Obfuscation". */
    private static final String MAIL = "/cdn-cgi/l/email-protection";

    private static final String MAIL_DECODER = "email-decode.min.js";
    private static final String OWN_PATH = "/cdn-cgi/";

    private final Document own;
    private final Document served;
    private final Set<Rewriting> undone = EnumSet.noneOf(Rewriting.class);

    private Undoing(Document own, Document served) {
        this.own = own;
        this.served = served;
    }

    /** Undoes what can be undone in a page that is served, and says what that was. */
    static Set<Rewriting> in(Document served, Document own) {
        Undoing undoing = new Undoing(own, served);
        undoing.scripts();
        undoing.mailAddresses();
        undoing.nonces();
        undoing.schemes();
        return undoing.undone;
    }

    /** Only where the loader is there: without it nothing starts these scripts. */
    private void scripts() {
        Optional<Element> loader = own(ROCKET_LOADER);
        if (loader.isEmpty()) {
            return;
        }
        undone.add(Rewriting.ROCKET_LOADER);
        loader.get().remove();
        for (Element element : served.getAllElements()) {
            Matcher type = ROCKET_TYPE.matcher(element.attr("type"));
            if (element.normalName().equals("script") && type.matches()) {
                element.attr("type", type.group(1));
            }
            for (Attribute attribute : element.attributes().asList()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                if (name.startsWith("data-cf-modified-")) {
                    element.removeAttr(attribute.getKey());
                } else if (name.startsWith("on")) {
                    element.attr(
                            attribute.getKey(),
                            ROCKET_HANDLER.matcher(attribute.getValue()).replaceFirst(""));
                }
            }
        }
    }

    private void mailAddresses() {
        if (own(MAIL_DECODER).isEmpty()) {
            return;
        }
        boolean isAny = false;
        for (Element element : served.select(".__cf_email__[data-cfemail]")) {
            Optional<String> address = decoded(element.attr("data-cfemail"));
            address.ifPresent(text -> element.replaceWith(new TextNode(text)));
            isAny |= address.isPresent();
        }
        for (Element link : served.select("a[href^=" + MAIL + "#]")) {
            Optional<String> address = decoded(link.attr("href").substring(MAIL.length() + 1));
            address.ifPresent(text -> link.attr("href", "mailto:" + text));
            isAny |= address.isPresent();
        }
        if (isAny) {
            undone.add(Rewriting.MAIL_ADDRESSES);
            own(MAIL_DECODER).ifPresent(Element::remove);
        }
    }

    /** The first byte is the key of all others. */
    private static Optional<String> decoded(String hex) {
        if (!hex.matches("([0-9a-fA-F]{2}){2,2000}")) {
            return Optional.empty();
        }
        byte[] bytes = HexFormat.of().parseHex(hex);
        byte[] plain = new byte[bytes.length - 1];
        for (int i = 1; i < bytes.length; i++) {
            plain[i - 1] = (byte) (bytes[i] ^ bytes[0]);
        }
        return Optional.of(new String(plain, StandardCharsets.UTF_8));
    }

    private Optional<Element> own(String script) {
        return served.select("script[src]").stream()
                .filter(element -> element.attr("src").startsWith(OWN_PATH)
                        && element.attr("src").endsWith(script))
                .findFirst();
    }

    /** Each answer has another one, so that a package has none, or a text that keeps its place. */
    private void nonces() {
        Set<String> kept = Set.copyOf(own.select("[nonce]").eachAttr("nonce"));
        if (kept.size() > 1) {
            return;
        }
        for (Element element : served.select("[nonce]")) {
            if (kept.isEmpty()) {
                element.removeAttr("nonce");
                undone.add(Rewriting.NONCE);
            } else if (!kept.contains(element.attr("nonce"))) {
                element.attr("nonce", kept.iterator().next());
                undone.add(Rewriting.NONCE);
            }
        }
    }

    /** An address that the packaged page has with {@code http:} and the served one with {@code https:}. */
    private void schemes() {
        Map<String, String> plain = new HashMap<>();
        for (String name : Set.of("src", "href", "action")) {
            for (Element element : own.select("[" + name + "^=http://]")) {
                plain.put("https" + element.attr(name).substring("http".length()), element.attr(name));
            }
        }
        if (plain.isEmpty()) {
            return;
        }
        for (String name : Set.of("src", "href", "action")) {
            Set<String> kept = new java.util.HashSet<>(
                    own.select("[" + name + "^=https://]").eachAttr(name));
            for (Element element : served.select("[" + name + "^=https://]")) {
                Optional<String> before = Optional.ofNullable(plain.get(element.attr(name)))
                        .filter(url -> !kept.contains(element.attr(name)));
                if (before.isPresent()) {
                    element.attr(name, before.get());
                    undone.add(Rewriting.HTTPS);
                }
            }
        }
    }
}
