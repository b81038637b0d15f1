package dev.smokerunner.observe.http;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.NetworkFailure.Kind;
import dev.smokerunner.observation.Rate;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Looks at URLs over plain HTTP, for one run: each URL once, however many pages name it, and a bounded number at once.
 *
 * <p>Network trouble is part of the answer and never thrown. Trouble that may pass is asked again, at most twice, from a
 * new connection; a 403 or 404 is confirmed once, and stands even if the second answer is better. What is good once and bad
 * once is asked some times more, to learn how often it fails. Safe for use by several threads at once.
 */
public final class HttpFetcher implements AutoCloseable {
    private final BodyReader bodies;
    private final Clients clients;
    private final Retries retries;
    private final ExecutorService threads;
    private final Duration patience;
    private final Map<Question, CompletableFuture<HttpAnswer>> memory = new ConcurrentHashMap<>();
    /** When what is open now was begun, in nanoseconds. */
    private final Map<Question, Long> begun = new ConcurrentHashMap<>();

    /**
     * Starts looking as the options say.
     *
     * @param environment the environment variables: they name the proxies
     * @param sleeper waits before it asks again
     * @throws IllegalArgumentException if the origin is no http or https URL, or a header cannot be sent
     */
    public HttpFetcher(HttpOptions options, Map<String, String> environment, Sleeper sleeper) {
        this(options, Network.system(environment), sleeper);
    }

    /**
     * Starts looking as the options say, but that the requests for one host go to one machine, and none through a proxy.
     *
     * @throws IllegalArgumentException if the origin is no http or https URL, or a header cannot be sent
     */
    public static HttpFetcher through(Via via, HttpOptions options, Sleeper sleeper) {
        return new HttpFetcher(options, Network.system(Map.of()).through(via), sleeper);
    }

    HttpFetcher(HttpOptions options, Network network, Sleeper sleeper) {
        this.bodies = new BodyReader(options.limits(), options.limit());
        this.clients = network.clients(options.limit());
        this.retries =
                new Retries(clients, new RequestBuilder(options), bodies, ChainCookies.of(options.session()), sleeper);
        this.patience = options.patience();
        this.threads = Executors.newFixedThreadPool(options.atOnce(), work -> {
            Thread thread = new Thread(work, "smoke-http");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What makes two requests the same: a page more that needs it is no reason to ask again. */
    private record Question(URI url, String accept, String mode, Inquiry.Credentials credentials) {
        Question(URI url, Inquiry inquiry) {
            this(url, RequestBuilder.accept(inquiry.role()), inquiry.mode(), inquiry.credentials());
        }
    }

    /**
     * Asks for a URL without waiting; who asks for one again gets the answer of before.
     *
     * @param url the URL, http or https
     * @param role what it is for: it decides how the request introduces itself and how much of the body is kept
     */
    public CompletableFuture<HttpAnswer> ask(URI url, Role role) {
        return ask(url, Inquiry.of(role));
    }

    /**
     * Asks for a URL as a page does, without waiting; who asks for one again gets the answer of before.
     *
     * @param url the URL, http or https
     * @param inquiry how a browser asks for it
     */
    public CompletableFuture<HttpAnswer> ask(URI url, Inquiry inquiry) {
        CompletableFuture<HttpAnswer> mine = new CompletableFuture<>();
        CompletableFuture<HttpAnswer> known = memory.putIfAbsent(new Question(url, inquiry), mine);
        if (known != null) {
            return known;
        }
        try {
            threads.execute(() -> answer(mine, new Question(url, inquiry), inquiry));
        } catch (RejectedExecutionException e) {
            mine.complete(unasked(url));
        }
        return mine;
    }

    /** Asks for a URL and waits for the answer. */
    public HttpAnswer look(URI url, Role role) {
        try {
            return ask(url, role).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unasked(url);
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not ask for " + url, e);
        }
    }

    /** Somebody has waited for a URL in vain, for so long: it is asked for once more, and for a short time. */
    public void isSilent(URI url, Duration waited) {
        retries.isSilent(url, waited);
    }

    /** Forgets what a URL answered, so that it is asked for anew and what was kept of its body counts no longer. */
    public void forget(URI url) {
        List<Question> about = memory.keySet().stream()
                .filter(question -> question.url().equals(url))
                .toList();
        about.forEach(this::release);
    }

    /**
     * Asks for a URL without waiting, and keeps nothing of the answer beyond what is made of it.
     *
     * @param url the URL, http or https
     * @param role what it is for
     * @param use what to make of the answer, on the thread that got it
     */
    public <T> CompletableFuture<T> use(URI url, Role role, Function<HttpAnswer, T> use) {
        Question question = new Question(url, Inquiry.of(role));
        CompletableFuture<HttpAnswer> asked = ask(url, role);
        CompletableFuture<T> used = asked.thenApply(use);
        CompletableFuture<T> unused = used.whenComplete((made, trouble) -> {
            if (used.isCancelled() && begun.containsKey(question)) {
                // Who asks for it again meanwhile waits for the same answer.
                CompletableFuture<HttpAnswer> unusedEnd = asked.whenComplete((answer, late) -> release(question));
                return;
            }
            if (used.isCancelled()) {
                // What nobody waits for any longer would only keep others waiting.
                asked.complete(unasked(url));
            }
            release(question);
        });
        return used;
    }

    private void release(Question question) {
        Optional.ofNullable(memory.remove(question)).ifPresent(this::giveBack);
    }

    /**
     * What stands for the answer to a question that nobody will wait for any longer: no answer in time where it has been open
     * for as long as anybody would wait, else nothing.
     */
    public HttpAnswer unanswered(URI url, Role role) {
        Duration open = Optional.ofNullable(begun.get(new Question(url, Inquiry.of(role))))
                .map(start -> Duration.ofNanos(System.nanoTime() - start))
                .orElse(Duration.ZERO);
        return open.compareTo(patience) < 0 ? unasked(url) : failed(url, Kind.TIMEOUT, open);
    }

    private void giveBack(CompletableFuture<HttpAnswer> forgotten) {
        if (forgotten.isDone() && !forgotten.isCompletedExceptionally()) {
            forgotten.join().response().ifPresent(response -> bodies.giveBack(response.body()));
        }
    }

    /** Breaks off what is open; who still waits gets an answer that says so. */
    @Override
    public void close() {
        threads.shutdownNow();
        clients.close();
        memory.forEach((question, answer) -> {
            if (!answer.isDone()) {
                answer.complete(unasked(question.url()));
            }
        });
    }

    private void answer(CompletableFuture<HttpAnswer> future, Question question, Inquiry inquiry) {
        URI url = question.url();
        if (future.isDone()) {
            return;
        }
        begun.put(question, System.nanoTime());
        try {
            future.complete(retries.insist(url, inquiry));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            future.complete(unasked(url));
        } catch (RuntimeException e) {
            // Else whoever waits for the answer would wait for ever.
            future.completeExceptionally(e);
        } finally {
            begun.remove(question);
        }
    }

    /**
     * Asks some times more for what was bad and good, and tells how often it fails.
     *
     * @param failed how many answers were bad
     * @param asked how many there were
     * @return empty where no further answer is bad, or nobody asked because too much comes and goes
     */
    public Optional<Rate> rate(URI url, Role role, int failed, int asked) {
        return rate(url, Inquiry.of(role), failed, asked);
    }

    /** The same for what is asked for as a page does. */
    public Optional<Rate> rate(URI url, Inquiry inquiry, int failed, int asked) {
        return retries.rate(url, inquiry, failed, asked);
    }

    /** Asks for a URL again whatever it answered before, from a connection of its own; nothing of it is remembered. */
    public HttpAnswer again(URI url, Role role) {
        return retries.again(url, Inquiry.of(role));
    }

    /** What stands for an answer where the time was over before one came. */
    public static HttpAnswer unasked(URI url) {
        return failed(url, Kind.UNASKED, Duration.ZERO);
    }

    /** What stands for an answer that did not come. */
    static HttpAnswer failed(URI url, Kind kind, Duration after) {
        String why =
                after.isZero() ? "the time was over before an answer came" : "none within " + after.toSeconds() + " s";
        return new HttpAnswer(url, List.of(), Optional.empty(), Optional.of(Failures.of(kind, why)), after, List.of());
    }
}
