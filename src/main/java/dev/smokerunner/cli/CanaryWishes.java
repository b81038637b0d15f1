package dev.smokerunner.cli;

/**
 * What is to be done besides.
 *
 * @param how the patch and the rules
 * @param alert who is told, and where it is remembered
 */
record CanaryWishes(CanaryOptions how, AlertOptions alert) {}
