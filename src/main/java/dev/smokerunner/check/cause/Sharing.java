package dev.smokerunner.check.cause;

/**
 * What many subjects of one trouble have in common.
 *
 * @param common the folder's URL, or the extension with its dot
 * @param isFolder whether it is a folder
 * @param isAll whether nothing else has it: then what they share is the cause
 * @param count how many they are
 */
public record Sharing(String common, boolean isFolder, boolean isAll, int count) {}
