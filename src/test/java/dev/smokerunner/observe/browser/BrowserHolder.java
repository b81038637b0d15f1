package dev.smokerunner.observe.browser;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that starts a browser as a specification does, in the directory that it is given, says so, and waits to be killed. */
final class BrowserHolder {
    private BrowserHolder() {}

    public static void main(String[] arguments) throws Exception {
        Constructor<?> engine = Class.forName(arguments[0]).getDeclaredConstructor();
        engine.setAccessible(true);
        ((BrowserLife) engine.newInstance()).start(Path.of(arguments[1]));
        System.out.println("started");
        new CountDownLatch(1).await();
    }
}
