package dev.smokerunner.cli;

/**
 * What is done with the result of a canary, besides telling it.
 *
 * @param how the patch and the rules
 * @param alert who is told, and where it is remembered
 */
record CanaryFollowUp(CanaryOptions how, AlertOptions alert) {}
