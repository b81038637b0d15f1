package dev.smokerunner.observe.script;

/**
 * Something that a script says, with where it does.
 *
 * @param token the index of its first token
 * @param what what it says
 */
record At<T>(int token, T what) {}
