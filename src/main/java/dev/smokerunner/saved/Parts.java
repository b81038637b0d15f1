package dev.smokerunner.saved;

/** The large parts of a kept run, each under the name of its bytes. */
interface Parts {
    /** Keeps these bytes; their name. */
    String keep(byte[] bytes);

    /** The bytes of a name. */
    byte[] read(String name);
}
