/**
 * The pipeline from the source to production, as the Jenkinsfile and {@code ci} have it.
 *
 * <p>Put here: what reads the pipeline's files and runs their commands. Not here: the store and the CDN that it deploys to, which
 * are in {@code standin}.
 */
@NullMarked
package dev.smokerunner.pipeline;

import org.jspecify.annotations.NullMarked;
