/** Access logs of content delivery networks, buckets and servers: where they are, what their lines say, how far they are read. */
@NullMarked
package dev.smokerunner.traffic.log;

import org.jspecify.annotations.NullMarked;
