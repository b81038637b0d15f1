vcl 4.1;
# A CDN before one origin. Words in @ are put in when it is started.

backend origin { .host = "127.0.0.1"; .port = "@PORT@"; }

sub vcl_recv {
  # A folder and its page are one object, so that one purge is enough for both.
  set req.url = regsub(req.url, "/(\?.*)?$", "/index.html\1");
  unset req.http.Cookie;
  unset req.http.Authorization;
  if (req.method == "PURGE") { return (purge); }
  if (req.method != "GET" && req.method != "HEAD") { return (pass); }
  return (hash);
}

# Who asked by which name does not matter: every edge serves the same site.
sub vcl_hash {
  hash_data(req.url);
  return (lookup);
}

sub vcl_backend_response {
  set beresp.grace = 0s;
  set beresp.keep = 0s;
  if (beresp.status >= 400 && "@FALLBACK@" == "yes" && bereq.retries == 0) {
    set bereq.url = "/index.html";
    return (retry);
  }
  if (beresp.status >= 400) {
    set beresp.ttl = @ERRORS@s;
  } elsif (bereq.url ~ "\.html(\?|$)") {
    set beresp.ttl = @PAGES@s;
  } else {
    set beresp.ttl = @ASSETS@s;
  }
  if ("@COMPRESS@" == "yes" && beresp.http.Content-Type ~ "text|javascript|json|svg") {
    set beresp.do_gzip = true;
  }
  return (deliver);
}

sub vcl_deliver {
  if (obj.hits > 0) { set resp.http.X-Cache = "HIT"; } else { set resp.http.X-Cache = "MISS"; }
}
