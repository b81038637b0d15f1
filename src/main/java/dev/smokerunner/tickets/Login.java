package dev.smokerunner.tickets;

import dev.smokerunner.secret.Secret;
import dev.smokerunner.tickets.ZendeskAccount.ApiToken;
import dev.smokerunner.tickets.ZendeskAccount.OAuthClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says who we are: by a token that is asked for with the client's secret, kept while it lasts, and renewed before it ends. */
final class Login {
    /** More than 5 minutes and less than 2 days may be asked for. */
    private static final Duration LIFE = Duration.ofHours(1);
    /** A token that ends while a page is on its way is renewed beforehand. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final String SCOPE = "tickets:read tickets:write";
    private static final MediaType TYPE = MediaType.get("application/json; charset=utf-8");

    private final ZendeskAccount account;
    private final InstantSource clock;
    private Optional<Token> token = Optional.empty();

    Login(ZendeskAccount account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
    }

    private record Token(Secret text, Instant end) {}

    /**
     * The value of {@code Authorization}.
     *
     * @param send sends a request for a token
     */
    synchronized Answer<Secret> header(Function<Request.Builder, Answer<JsonNode>> send) {
        if (account.credentials() instanceof ApiToken user) {
            String pair = user.name() + "/token:" + user.secret().reveal();
            return new Answer.Given<>(
                    new Secret("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
        }
        Instant now = clock.instant();
        Optional<Token> known = token.filter(one -> now.isBefore(one.end().minus(MARGIN)));
        Answer<Token> answer = known.<Answer<Token>>map(Answer.Given::new)
                .orElseGet(() -> send.apply(request()).then(body -> read(body, now)));
        return answer.then(given -> {
            token = Optional.of(given);
            return new Answer.Given<>(new Secret("Bearer " + given.text().reveal()));
        });
    }

    private Request.Builder request() {
        String body = JsonMapper.shared()
                .createObjectNode()
                .put("grant_type", "client_credentials")
                .put("client_id", account.credentials().name())
                .put("client_secret", account.credentials().secret().reveal())
                .put("scope", SCOPE)
                .put("expires_in", LIFE.toSeconds())
                .toString();
        return new Request.Builder()
                .url(HttpUrl.get(account.url() + "/oauth/tokens"))
                .post(RequestBody.create(body, TYPE));
    }

    private Answer<Token> read(JsonNode body, Instant now) {
        String text = body.path("access_token").asString("");
        return text.isEmpty()
                ? new Answer.Later<>(account.url() + "/oauth/tokens: expected a token, got none", Optional.empty())
                : new Answer.Given<>(new Token(
                        new Secret(text),
                        now.plusSeconds(body.path("expires_in").asLong(LIFE.toSeconds()))));
    }

    /** Forgets the token, so that the next request asks for another one; false where there is none to ask for. */
    synchronized boolean forget() {
        boolean hadOne = token.isPresent();
        token = Optional.empty();
        return hadOne;
    }

    /** What no message may show. */
    synchronized List<Secret> secrets() {
        List<Secret> secrets = new ArrayList<>();
        secrets.add(account.credentials().secret());
        token.map(Token::text).ifPresent(secrets::add);
        return secrets;
    }

    /** What to do where Zendesk does not let us in. */
    String advice(int status) {
        boolean isClient = account.credentials() instanceof OAuthClient;
        return switch (status) {
            case 401 ->
                isClient
                        ? "; look whether the client " + account.credentials().name()
                                + " is still there in the Admin Center, and zendesk.client-secret is its secret"
                        : "; look whether " + account.credentials().name()
                                + " and zendesk.token are still right; tokens of the API end, use client-id and"
                                + " client-secret instead";
            case 403 ->
                isClient
                        ? "; give the client the scopes " + SCOPE
                                + " (again), and let it act for an admin: others may not" + " read all tickets"
                        : "; the user must be an admin: others may not read all tickets";
            case 404 -> "; look whether zendesk.url is the address of your Zendesk";
            default -> "";
        };
    }
}
