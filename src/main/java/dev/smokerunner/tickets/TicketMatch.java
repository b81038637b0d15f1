package dev.smokerunner.tickets;

import dev.smokerunner.expectation.UrlPattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which tickets are about a site: those to which any of this applies.
 *
 * @param words words and phrases in what the customer wrote, whatever the case of their letters
 * @param tags tags
 * @param forms numbers of forms
 * @param brands numbers of brands
 * @param urls patterns of addresses that the customer wrote, without {@code https://}
 */
public record TicketMatch(
        List<String> words, Set<String> tags, Set<Long> forms, Set<Long> brands, List<UrlPattern> urls) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern URL = Pattern.compile("(?i)\\bhttps?://([^\\s<>\"')\\]]+)");
    /** Of what a customer wrote, as of a whole log that is pasted, no more is searched. */
    private static final int LONGEST = 100_000;

    /** Copies all. */
    public TicketMatch {
        words = List.copyOf(words);
        tags = Set.copyOf(tags);
        forms = Set.copyOf(forms);
        brands = Set.copyOf(brands);
        urls = List.copyOf(urls);
    }

    /** Whether a ticket is a customer's, and about the site. */
    public boolean covers(Ticket ticket) {
        return ticket.isOfCustomer() && (isCalledSo(ticket) || says(text(ticket)));
    }

    private boolean isCalledSo(Ticket ticket) {
        return ticket.tags().stream().anyMatch(this::isOurTag)
                || ticket.form().filter(forms::contains).isPresent()
                || ticket.brand().filter(brands::contains).isPresent();
    }

    private boolean isOurTag(String tag) {
        return tags.stream().anyMatch(one -> one.equalsIgnoreCase(tag));
    }

    private boolean says(String text) {
        return words.stream().anyMatch(word -> isIn(text, word))
                || !urls.isEmpty() && URL.matcher(text).results().anyMatch(found -> isOurAddress(found.group(1)));
    }

    /** As a word of its own: {@code pay} is not in {@code payload}. */
    private static boolean isIn(String text, String word) {
        return Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}_])", FLAGS)
                .matcher(text)
                .find();
    }

    /** What follows a sentence's last address is not a part of it. */
    private boolean isOurAddress(String address) {
        String written = address.replaceFirst("[.,;:!?]+$", "");
        int path = written.indexOf('/') < 0 ? written.length() : written.indexOf('/');
        String plain = written.substring(0, path).toLowerCase(Locale.ROOT) + written.substring(path);
        return urls.stream().anyMatch(url -> url.matches(plain) || url.matches(plain + "/"));
    }

    private static String text(Ticket ticket) {
        String all = ticket.subject() + "\n" + ticket.text();
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST);
    }
}
