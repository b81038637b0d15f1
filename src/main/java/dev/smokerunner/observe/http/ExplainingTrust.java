package dev.smokerunner.observe.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts whom the platform trusts, and says in words what is wrong with a certificate that it does not. */
final class ExplainingTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager judge;

    ExplainingTrust(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    /** The trust manager of the platform. */
    static X509ExtendedTrustManager platform() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("this Java has no X.509 trust manager"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot read its trust store: " + e.getMessage(), e);
        }
    }

    /** What is wrong with a certificate, in one line. */
    static final class Distrust extends CertificateException {
        private static final long serialVersionUID = 1L;

        Distrust(String message, CertificateException cause) {
            super(message, cause);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        try {
            judge.checkServerTrusted(chain, authType, socket);
        } catch (CertificateException e) {
            throw new Distrust(words(chain), e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        try {
            judge.checkServerTrusted(chain, authType, engine);
        } catch (CertificateException e) {
            throw new Distrust(words(chain), e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        try {
            judge.checkServerTrusted(chain, authType);
        } catch (CertificateException e) {
            throw new Distrust(words(chain), e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }

    private static String words(X509Certificate[] chain) {
        Instant now = Instant.now();
        for (X509Certificate certificate : chain) {
            String subject = name(certificate.getSubjectX500Principal().getName());
            Instant begins = certificate.getNotBefore().toInstant();
            Instant ends = certificate.getNotAfter().toInstant();
            if (ends.isBefore(now)) {
                return "the certificate of " + subject + " expired on " + ends;
            }
            if (begins.isAfter(now)) {
                return "the certificate of " + subject + " is not valid before " + begins;
            }
        }
        String subject = name(chain[0].getSubjectX500Principal().getName());
        String issuer = name(chain[0].getIssuerX500Principal().getName());
        if (subject.equals(issuer)) {
            return "the certificate of " + subject + " is self-signed";
        }
        return "the certificate of " + subject + " is signed by " + issuer
                + ", whom this machine does not trust (or the server does not send an intermediate certificate)";
    }

    private static String name(String distinguished) {
        return "'" + distinguished.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
