package dev.smokerunner.check.tag;

import dev.smokerunner.detection.Kind;

/** What can be wrong with a tag. */
final class TagKinds {
    static final Kind UNFINISHED = Kind.cause("tag-unfinished");
    static final Kind COMMENT_OPEN = Kind.cause("comment-unclosed");
    static final Kind QUOTES_MIXED = Kind.cause("tag-quotes-mixed");
    static final Kind QUOTE_OPEN = Kind.cause("tag-quote-open");
    static final Kind SELF_CLOSED = Kind.cause("script-self-closed");
    static final Kind UNCLOSED = Kind.cause("tag-unclosed");
    static final Kind SCRIPT_HOLDS_HTML = Kind.cause("script-holds-html");
    static final Kind ENDED_BY_TEXT = Kind.cause("script-ended-by-its-text");
    static final Kind ESCAPED = Kind.cause("tag-shown-as-text");
    static final Kind BLANK_FIRST = Kind.cause("tag-blank-first");
    static final Kind END_TAG = Kind.cause("tag-end-with-source");
    static final Kind OPEN_END_TAG = Kind.cause("tag-end-open");
    static final Kind LOST_IN_COMMENT = Kind.cause("tag-lost-in-comment");
    static final Kind ATTRIBUTE_TWICE = Kind.cause("tag-attribute-twice");
    static final Kind ADDRESS_EMPTY = Kind.cause("tag-address-empty");
    static final Kind PLACEHOLDER = Kind.cause("tag-placeholder");
    static final Kind QUOTES_TYPOGRAPHIC = Kind.cause("tag-quotes-typographic");
    static final Kind ADDRESS_STRAY_CHARACTER = Kind.cause("tag-address-stray-character");
    static final Kind NAME_MISSPELT = Kind.cause("tag-name-misspelt");
    static final Kind SOURCE_GONE = Kind.cause("script-source-gone");
    static final Kind SOURCE_MISSPELT = Kind.cause("script-source-misspelt");
    static final Kind TYPE_MISSPELT = Kind.cause("script-type-wrong");
    static final Kind ATTRIBUTES_MERGED = Kind.cause("link-attributes-merged");
    static final Kind HREF_GONE = Kind.cause("link-href-gone");
    static final Kind REL_MISSPELT = Kind.cause("link-rel-misspelt");
    static final Kind REL_GONE = Kind.cause("link-rel-gone");
    static final Kind FOR_PRINT_ALONE = Kind.cause("link-for-print-alone");
    static final Kind ONLY_ANNOUNCED = Kind.cause("script-only-announced");
    static final Kind PUT_AWAY = Kind.cause("script-put-away");
    static final Kind NOMODULE_ALONE = Kind.cause("script-nomodule-alone");
    static final Kind SOURCE_UNREAD = Kind.cause("script-source-unread");
    static final Kind OTHER_FINGERPRINT = Kind.cause("script-other-fingerprint");
    static final Kind SCRIPT_TWICE = Kind.cause("script-twice");
    static final Kind MODULE_UNNAMED = Kind.cause("script-module-unnamed");
    static final Kind MERGE_MARK = Kind.cause("merge-mark");
    static final Kind INCLUDE = Kind.cause("include-not-carried-out");
    static final Kind FRONT_MATTER = Kind.cause("front-matter-shown");
    static final Kind SERVER_CODE = Kind.cause("server-code-sent");
    static final Kind SERVER_ERROR = Kind.cause("server-error-shown");
    static final Kind FORM_OPEN = Kind.cause("form-unclosed");
    static final Kind FORM_PLACEHOLDER = Kind.cause("form-placeholder");
    static final Kind EXPECTED_MISSING = Kind.cause("script-tag-missing");

    private TagKinds() {}
}
