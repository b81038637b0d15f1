package dev.smokerunner.expectation;

/** Whether search engines are to list a page. */
public enum Indexing {
    /** Its customers are to find it. */
    WANTED,
    /** It is not for the public, and nothing but a word to search engines keeps it from them. */
    UNWANTED,
    /** Nobody said, or no search engine can get at it. */
    ANY
}
