package dev.smokerunner.cli;

import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.driver.BrowserDownload;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smoke install}: fetches a browser, because somebody asked for it. */
@Command(
        name = "install",
        description = {
            "fetch a browser that a run then finds, by Selenium Manager",
            "Mirrors and proxies: SE_BROWSER_MIRROR_URL, SE_DRIVER_MIRROR_URL, SE_PROXY. Folder: SE_CACHE_PATH."
                    + " In CI only with SMOKE_INSTALL=1."
        },
        mixinStandardHelpOptions = true)
final class InstallCommand implements Callable<Integer> {
    private final Application application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "chrome|firefox", arity = "0..1", description = "which (default: chrome)")
    private Wanted wanted = Wanted.chrome;

    InstallCommand(Application application) {
        this.application = application;
    }

    /** Spelt as it is typed. */
    private enum Wanted {
        chrome,
        firefox
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Logging.silence();
        Map<String, String> environment = new HashMap<>();
        BrowserDownload.VARIABLES.forEach(
                name -> application.variable(name).ifPresent(value -> environment.put(name, value)));
        BrowserDownload download = new BrowserDownload(environment);
        try {
            err.println("looking for " + wanted + ", to keep it in " + download.folder()
                    + " (some hundred megabytes, at most 10 minutes)");
            err.flush();
            tell(out, download.fetch(Name.valueOf(wanted.name().toUpperCase(Locale.ROOT))));
        } catch (BrowserException failed) {
            err.println("smoke install: " + failed.getMessage());
            return ExitCode.INCONCLUSIVE.code();
        }
        return out.checkError() ? ExitCode.INCONCLUSIVE.code() : ExitCode.PASS.code();
    }

    private void tell(PrintWriter out, BrowserDownload.Fetched fetched) {
        out.println(wanted + " " + fetched.version());
        out.println("from:      " + fetched.source().orElse("the cache: it was fetched before"));
        out.println("to:        " + fetched.binary());
        out.println(String.format(Locale.ROOT, "size:      %.1f MB", fetched.bytes() / 1e6));
        out.println("verified:  it starts and says its version; no checksum was compared");
    }
}
